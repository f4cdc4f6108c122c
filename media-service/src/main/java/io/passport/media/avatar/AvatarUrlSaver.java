package io.passport.media.avatar;

import static java.util.Objects.requireNonNull;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.circuitbreaker.CircuitBreaker;

/** The avatarUrlSaver, which user-service keeps. */
final class AvatarUrlSaver {

    private static final Logger LOG = LoggerFactory.getLogger(AvatarUrlSaver.class);

    private final UserServiceClient userService;
    private final CircuitBreaker breaker;

    AvatarUrlSaver(UserServiceClient userService, CircuitBreaker breaker) {
        this.userService = userService;
        this.breaker = breaker;
    }

    /** Tries to save an avatar's address, and says what became of it. */
    SaveOutcome saveAvatar(long userId, AvatarAddress avatar) {
        return breaker.run(
                () -> userService.saveAvatar(userId, avatar).outcome(), failure -> outcomeOf(requireNonNull(failure)));
    }

    private static SaveOutcome outcomeOf(Throwable failure) {
        if (!isNotSent(failure)) {
            return new SaveOutcome.Unknown(failure);
        }
        LOG.warn("Could not reach user-service", failure);
        return new SaveOutcome.Refused(ApiException.of(ErrorCode.DBERR, SaveOutcome.FAILED));
    }

    /** No connection, no instance known (the load balancer's own 503), turned away at the door, or an open breaker. */
    private static boolean isNotSent(Throwable failure) {
        return failure instanceof CallNotPermittedException
                || failure instanceof FeignException.ServiceUnavailable
                || failure instanceof FeignException.FeignClientException
                || isConnectFailure(failure.getCause());
    }

    /** Refused, not answered, of no known host, or none of the pool's free in time. */
    private static boolean isConnectFailure(@Nullable Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof ConnectionRequestTimeoutException;
    }
}
