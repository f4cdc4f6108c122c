package io.passport.gateway.forwarding;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Limits the time of an attempt. It does not run before {@link #start}. */
final class Deadline {

    private final Sinks.Empty<Void> expired = Sinks.unsafe().empty();
    private volatile @Nullable Future<?> timer;

    /** Fails when the time is over; the client gets 503. */
    Mono<Void> expired() {
        return expired.asMono();
    }

    /** Sets the time, in place of an earlier one. */
    void start(EventLoop loop, Duration timeout) {
        cancel();
        timer = loop.schedule(() -> expire(timeout), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    void cancel() {
        Future<?> running = timer;
        if (running != null) {
            running.cancel(false);
        }
    }

    private void expire(Duration timeout) {
        expired.emitError(
                new ResponseStatusException(
                        HttpStatus.GATEWAY_TIMEOUT, "Response took longer than timeout: " + timeout),
                Sinks.EmitFailureHandler.FAIL_FAST);
    }
}
