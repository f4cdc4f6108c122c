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

/** The accounts, which user-service keeps. */
final class Accounts {

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final UserServiceClient userService;
    private final CircuitBreaker breaker;

    Accounts(UserServiceClient userService, CircuitBreaker breaker) {
        this.userService = userService;
        this.breaker = breaker;
    }

    /** Tries to save an avatar's address, and says what became of it. */
    AvatarSaving saveAvatar(long userId, AvatarAddress avatar) {
        return breaker.run(
                () -> userService.saveAvatar(userId, avatar).meaning(), failure -> meaningOf(requireNonNull(failure)));
    }

    private static AvatarSaving meaningOf(Throwable failure) {
        if (!neverArrived(failure)) {
            return new AvatarSaving.Unknown(failure);
        }
        LOG.warn("Could not reach user-service", failure);
        return new AvatarSaving.Refused(ApiException.of(ErrorCode.DBERR, AvatarSaving.FAILED));
    }

    /** No connection, no instance known (the load balancer's own 503), turned away at the door, or an open breaker. */
    private static boolean neverArrived(Throwable failure) {
        return failure instanceof CallNotPermittedException
                || failure instanceof FeignException.ServiceUnavailable
                || failure instanceof FeignException.FeignClientException
                || isWithoutConnection(failure.getCause());
    }

    /** Refused, not answered, of no known host, or none of the pool's free in time. */
    private static boolean isWithoutConnection(@Nullable Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof ConnectionRequestTimeoutException;
    }
}
