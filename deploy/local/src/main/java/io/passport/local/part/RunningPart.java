package io.passport.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A part with a started process, which ends with this JVM at the latest.
 *
 * @param <P> the part, which knows its port and how to reach it
 */
public final class RunningPart<P extends Part> implements AutoCloseable {
    private final P part;
    private final Home home;
    private final Process process;

    RunningPart(P part, Home home, Process process) {
        this.part = part;
        this.home = home;
        this.process = process;
    }

    /**
     * Starts a part and waits until it is ready. If that fails, its process is stopped first.
     *
     * @throws StartupException if its process ends, or it is not ready within {@link Part#startTimeout}
     */
    public static <P extends Part> RunningPart<P> start(Home home, P part) throws IOException, InterruptedException {
        var running = PreparedPart.of(home, part).launch();
        try {
            running.awaitReady();
            return running;
        } catch (StartupException | InterruptedException e) {
            running.close();
            throw e;
        }
    }

    /**
     * Waits until the part is ready.
     *
     * @throws StartupException if its process ends, or it is not ready within {@link Part#startTimeout}
     */
    public void awaitReady() throws InterruptedException {
        var started = System.nanoTime();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw died();
            }
            var waited = Duration.ofNanos(System.nanoTime() - started);
            if (waited.compareTo(part.startTimeout()) > 0) {
                throw new StartupException(
                        part.name() + " was not ready within "
                                + part.startTimeout().toSeconds() + " s",
                        logTail());
            }
            // every 20 ms at first, then less often: each probe takes processor time from the parts that still start
            Thread.sleep(Math.clamp(waited.toMillis() / 20, 20, 500));
        }
    }

    /** The reason for a failed start, once the process has ended. */
    public StartupException died() {
        return new StartupException(part.name() + " did not start: it " + ending(), logTail());
    }

    private boolean isReady() throws InterruptedException {
        try {
            return part.ready();
        } catch (IOException notYet) {
            return false;
        }
    }

    public P part() {
        return part;
    }

    /** The server's own PID. */
    public long pid() {
        return process.pid();
    }

    /** Completes when the process has ended for any reason. */
    public CompletableFuture<RunningPart<P>> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    /** How the process ended: {@code exited with status 1}, {@code was killed by signal 9}. */
    public String ending() {
        var status = process.exitValue();
        return status > 128 ? "was killed by signal " + (status - 128) : "exited with status " + status;
    }

    /** The last lines of its log. */
    public List<String> logTail() {
        return LogTail.of(home.log(part.name()));
    }

    /**
     * Sends SIGTERM, then SIGKILL after {@link Part#stopTimeout}, and removes the PID file. Returns when the process has ended.
     */
    @Override
    public void close() {
        // not Process.destroy(), which also closes the guard's pipe: the guard would kill the part after 10 s
        process.toHandle().destroy();
        try {
            if (!process.waitFor(part.stopTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        deletePidFile();
    }

    /** Kills the process and its children. Returns at once; {@link #close} waits for the end. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void deletePidFile() {
        try {
            Files.deleteIfExists(home.pidFile(part.name()));
        } catch (IOException e) {
            // the next start recognizes a stale PID file
        }
    }
}
