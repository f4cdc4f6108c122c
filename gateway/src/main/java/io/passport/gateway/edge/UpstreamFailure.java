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
 * Tells a failure of the service behind the gateway from an error of the gateway, for {@link EnvelopeErrorHandler}. The
 * service failed if there is no instance, its circuit breaker is open, the connection was refused or broke, it was too slow,
 * or its answer was not HTTP.
 */
final class UpstreamFailure {

    private static final List<Class<? extends Throwable>> TYPES = List.of(
            IOException.class,
            AbortedException.class,
            CodecException.class,
            ServiceUnavailableException.class,
            TimeoutException.class,
            java.util.concurrent.TimeoutException.class);

    /** {@code forwarding} reports a missing instance and a response timeout with these. */
    private static final Set<HttpStatusCode> STATUSES =
            Set.of(HttpStatus.SERVICE_UNAVAILABLE, HttpStatus.GATEWAY_TIMEOUT);

    private UpstreamFailure() {}

    /** Whether the failure, or one of its causes, is a failure of the service. */
    static boolean isCauseOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isUpstreamFailure(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUpstreamFailure(Throwable cause) {
        return TYPES.stream().anyMatch(type -> type.isInstance(cause))
                || (cause instanceof ResponseStatusException route && STATUSES.contains(route.getStatusCode()));
    }
}
