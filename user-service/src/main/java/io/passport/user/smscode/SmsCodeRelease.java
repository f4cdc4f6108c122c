package io.passport.user.smscode;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.cloud.client.circuitbreaker.NoFallbackAvailableException;
import org.springframework.stereotype.Component;

/**
 * Makes codes good again, as far as verify-service can be reached. Whoever tries again at once finds the code there; but
 * an answer that has waited for one call that hangs does not wait for another: the gateway would have given up on it.
 */
@Component
class SmsCodeRelease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmsCodeRelease.class);
    static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final VerifyServiceClient verifyService;

    SmsCodeRelease(VerifyServiceClient verifyService) {
        this.verifyService = verifyService;
    }

    /** Gives the code back, or keeps its ticket from taking it later; goes on behind the caller's back if it takes long. */
    void release(CodeReservation code) {
        @Nullable Map<String, String> logged = MDC.getCopyOfContextMap();
        CompletableFuture.runAsync(() -> inContext(logged, code), threads)
                .completeOnTimeout(null, MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void inContext(@Nullable Map<String, String> logged, CodeReservation code) {
        if (logged != null) {
            MDC.setContextMap(logged);
        }
        try {
            if (verifyService.release(code.releaseRequest()).released() == null) {
                LOG.warn("verify-service could not take the {} back", code);
            }
        } catch (NoFallbackAvailableException unavailable) {
            LOG.warn("Could not give the {} back", code, unavailable);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
