package io.passport.bench.stack;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long a process is waited for: a benchmark that hangs hangs the build. */
record Patience(Duration limit) {

    /**
     * The status with which it ends.
     *
     * @throws IllegalStateException when it does not end in time; it is killed then
     */
    int statusOf(Process process) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new IllegalStateException("%s has not ended after %d s"
                    .formatted(process.info().commandLine().orElse("A process"), limit.toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            // nothing, to one that has ended
            process.destroyForcibly();
        }
    }
}
