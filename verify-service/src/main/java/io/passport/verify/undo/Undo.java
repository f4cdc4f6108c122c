package io.passport.verify.undo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One thing to take back.
 *
 * @param what it is, for the log: nothing personal
 * @param step takes it back
 */
public record Undo(String what, Runnable step) {

    private static final Logger LOG = LoggerFactory.getLogger(Undo.class);

    /**
     * Tries each, whatever becomes of the others, and all at once: together they wait no longer than the slowest. Throws
     * nothing, since whoever undoes has an answer to give already; the log says what stays.
     */
    public static void all(Undo... undos) {
        Map<Undo, Future<?>> tried = new LinkedHashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Undo undo : undos) {
                tried.put(undo, threads.submit(undo.inThisRequest()));
            }
        }
        tried.forEach((undo, outcome) -> {
            if (outcome.state() == Future.State.FAILED) {
                // not its text: a library may quote a key, which holds a number
                LOG.warn(
                        "Not undone: {}: {}",
                        undo.what,
                        outcome.exceptionNow().getClass().getSimpleName());
            }
        });
    }

    /** What a step logs itself has the request's id too. */
    private Runnable inThisRequest() {
        Map<String, String> context = Objects.requireNonNullElseGet(MDC.getCopyOfContextMap(), Map::of);
        return () -> {
            MDC.setContextMap(context);
            step.run();
        };
    }
}
