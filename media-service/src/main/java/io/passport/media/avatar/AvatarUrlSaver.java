package io.passport.media.avatar;

import static java.util.Objects.requireNonNull;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.circuitbreaker.CircuitBreaker;

/** Saves and removes avatar URLs in user-service, through a circuit breaker with a time limit. */
final class AvatarUrlSaver {

    private static final Logger LOG = LoggerFactory.getLogger(AvatarUrlSaver.class);

    private final UserServiceClient userService;
    private final CircuitBreaker breaker;

    AvatarUrlSaver(UserServiceClient userService, CircuitBreaker breaker) {
        this.userService = userService;
        this.breaker = breaker;
    }

    /**
     * Calls user-service once. Does not throw when the call fails: the outcome has the failure. When user-service is too
     * slow, the outcome is unknown, since the call may go on.
     */
    SaveOutcome save(long userId, AvatarUrl avatar) {
        return outcomeOf(() -> userService.saveAvatar(userId, avatar));
    }

    /** Removes the URL of the account's avatar; as {@link #save}. */
    SaveOutcome remove(long userId) {
        return outcomeOf(() -> userService.removeAvatar(userId));
    }

    private SaveOutcome outcomeOf(Supplier<SaveAvatarResponse> call) {
        return breaker.run(() -> call.get().outcome(), failure -> outcomeOf(requireNonNull(failure)));
    }

    private static SaveOutcome outcomeOf(Throwable failure) {
        if (!isNotProcessed(failure)) {
            return new SaveOutcome.Unknown(failure);
        }
        LOG.warn("Could not reach user-service", failure);
        return new SaveOutcome.Rejected(ApiException.of(ErrorCode.DBERR, SaveOutcome.NOT_SAVED));
    }

    /**
     * Whether user-service certainly did not process the call: no connection, the load balancer knows no instance (its own
     * 503), a 4xx answer, or an open circuit breaker.
     */
    private static boolean isNotProcessed(Throwable failure) {
        return failure instanceof CallNotPermittedException
                || failure instanceof FeignException.ServiceUnavailable
                || failure instanceof FeignException.FeignClientException
                || isConnectFailure(failure.getCause());
    }

    /** Connection refused, connect timeout, unknown host, or no free connection in the pool. */
    private static boolean isConnectFailure(@Nullable Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof ConnectionRequestTimeoutException;
    }
}
