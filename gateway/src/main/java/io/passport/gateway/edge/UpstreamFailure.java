package io.passport.gateway.edge;

import io.netty.handler.codec.CodecException;
import io.netty.handler.timeout.TimeoutException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.channel.AbortedException;

/**
 * A service behind the gateway is away: there is no instance, its breaker is open, it was not reached, broke off, was too
 * slow, or spoke no HTTP. Every other failure is a fault of the gateway's own.
 */
final class UpstreamFailure {

    private static final List<Class<? extends Throwable>> KINDS = List.of(
            IOException.class,
            AbortedException.class,
            CodecException.class,
            ServiceUnavailableException.class,
            TimeoutException.class,
            java.util.concurrent.TimeoutException.class);

    /** By which Spring Cloud Gateway says that there is no instance, or that the time is up. */
    private static final Set<HttpStatusCode> STATUSES =
            Set.of(HttpStatus.BAD_GATEWAY, HttpStatus.SERVICE_UNAVAILABLE, HttpStatus.GATEWAY_TIMEOUT);

    private UpstreamFailure() {}

    static boolean isCauseOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOne(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(Throwable cause) {
        return KINDS.stream().anyMatch(kind -> kind.isInstance(cause))
                || (cause instanceof ResponseStatusException route && STATUSES.contains(route.getStatusCode()));
    }
}
