package io.passport.local.part;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One server of the stack: a database, a service, a stand-in. */
public interface Part {
    /** Names its PID file, log and data folder: {@code redis}, {@code user-service-2}. */
    String name();

    /** The loopback port it serves on. */
    int port();

    /** All loopback ports it listens on. */
    default List<Integer> ports() {
        return List.of(port());
    }

    /**
     * Lays out below home what the part needs (binaries, a data directory) unless it is there already.
     *
     * @return what to run
     * @throws IOException when that cannot be written
     * @throws StartupException when something that should be there is not
     * @throws InterruptedException when the start is given up
     */
    Program program(Home home) throws IOException, InterruptedException;

    /**
     * Asks the running part itself whether it can do its work; called again until it says so.
     *
     * @throws IOException when it does not answer, which means the same as false
     */
    boolean ready() throws IOException, InterruptedException;

    /** How long it may take from its start until it is ready. */
    Duration startTimeout();

    /** How long it may take to end when told to, before it is killed. */
    default Duration stopTimeout() {
        return Duration.ofSeconds(15);
    }
}
