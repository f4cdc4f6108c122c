package io.passport.common.warmup;

import java.io.IOException;
import java.net.URI;

/**
 * An operation without side effects: it changes neither Redis nor the database, and calls no vendor. {@link WarmUp} repeats
 * each of them in a thread of its own.
 */
@FunctionalInterface
public interface WarmUpTask {

    /**
     * Runs the operation once.
     *
     * @param server this process's own server, such as {@code http://127.0.0.1:8082}
     * @throws IOException if it failed; it is not repeated then, and the start goes on
     */
    void run(URI server) throws IOException;
}
