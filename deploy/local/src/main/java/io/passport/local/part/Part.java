package io.passport.local.part;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One server of the stack: a database, a service, the emulators. A launcher or a test starts it by {@link RunningPart}. */
public interface Part {
    /** The name of its PID file, log and data folder: {@code redis}, {@code user-service-2}. */
    String name();

    /** The loopback port for its clients. */
    int port();

    /** All loopback ports it listens on. */
    default List<Integer> ports() {
        return List.of(port());
    }

    /**
     * Creates what the part needs below home (binaries, a data directory), if it is missing.
     *
     * @return the program that starts the part
     * @throws IOException if a file cannot be written
     * @throws StartupException if a required file is missing
     * @throws InterruptedException if the start is cancelled
     */
    Program program(Home home) throws IOException, InterruptedException;

    /**
     * Asks the running part whether it can serve clients. Called until it returns true.
     *
     * @throws IOException if the part does not answer; means the same as false
     */
    boolean ready() throws IOException, InterruptedException;

    /** The longest time from its start until it is ready. */
    Duration startTimeout();

    /** The longest time from SIGTERM to its end; then it is killed. */
    default Duration stopTimeout() {
        return Duration.ofSeconds(15);
    }
}
