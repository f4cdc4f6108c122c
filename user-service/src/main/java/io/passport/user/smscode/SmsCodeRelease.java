package io.passport.user.smscode;

import io.passport.common.context.ContextExecutors;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.circuitbreaker.NoFallbackAvailableException;
import org.springframework.stereotype.Component;

/**
 * Releases consumed codes, so that the user can try again with the same code. Called by {@link SmsCodes}. Failures are logged
 * and not thrown: then the code stays consumed.
 *
 * <p>The request waits at most {@link #MAX_WAIT} and the call goes on in the background: the request may already have waited
 * for one call to verify-service that hung, and a second one would exceed the gateway's timeout.
 */
@Component
public class SmsCodeRelease implements AutoCloseable {

    /** The longest that a request waits for a release. */
    public static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(SmsCodeRelease.class);

    private final ExecutorService threads = ContextExecutors.virtualThreads();
    private final VerifyServiceClient verifyService;

    SmsCodeRelease(VerifyServiceClient verifyService) {
        this.verifyService = verifyService;
    }

    /** Releases the code; when it was not consumed yet, prevents that a delayed request consumes it later. */
    void release(CodeReservation code) {
        CompletableFuture.runAsync(() -> call(code), threads)
                .completeOnTimeout(null, MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void call(CodeReservation code) {
        try {
            if (verifyService.release(code.releaseRequest()).released() == null) {
                LOG.warn("verify-service could not release the {}", code);
            }
        } catch (NoFallbackAvailableException unavailable) {
            LOG.warn("Could not release the {}: verify-service is unavailable", code, unavailable);
        }
    }

    /** At shutdown, waits for the releases in progress, which end by the circuit breaker's time limit. */
    @Override
    public void close() {
        threads.close();
    }
}
