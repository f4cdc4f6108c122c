package io.passport.verify.compensation;

import io.passport.common.context.ContextExecutors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An action that reverts an earlier change. {@code SmsLimits} and {@code SmsCodeSender} run these after a later step failed.
 *
 * @param description for the log, without personal data
 * @param action reverts the change
 */
public record Compensation(String description, Runnable action) {

    private static final Logger LOG = LoggerFactory.getLogger(Compensation.class);

    /**
     * Runs all in parallel, so they take as long as the slowest. Throws nothing, because the caller already has an error to
     * answer with. A failed one is logged at WARN, and its change remains.
     */
    public static void runAll(Compensation... compensations) {
        Map<Compensation, Future<?>> outcomes = new LinkedHashMap<>();
        try (var threads = ContextExecutors.virtualThreads()) {
            for (Compensation compensation : compensations) {
                outcomes.put(compensation, threads.submit(compensation.action));
            }
        }
        outcomes.forEach((compensation, outcome) -> {
            if (outcome.state() == Future.State.FAILED) {
                // class name only: a library may quote a key, which contains a number
                LOG.warn(
                        "Compensation failed: {}: {}",
                        compensation.description,
                        outcome.exceptionNow().getClass().getSimpleName());
            }
        });
    }
}
