package io.passport.local.stack;

import io.passport.local.part.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Parts that still run after their launcher was killed. Their guards are stopping them. */
record OrphanedProcesses(Home home) {
    /** A guard sends SIGKILL 10 s after SIGTERM. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Waits up to 20 s for each part to end, then kills it. Removes the PID files. */
    void await(Console console) throws IOException, InterruptedException {
        for (var file : pidFiles()) {
            var process = PidFile.process(file).filter(this::isOurs);
            if (process.isPresent()) {
                console.print("Waiting for the end of what is left of the last run: " + file.getFileName() + ", "
                        + process.get().pid());
                end(process.get());
            }
            Files.delete(file);
        }
    }

    private List<Path> pidFiles() throws IOException {
        try (Stream<Path> files = Files.list(home.run())) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .filter(file -> !file.equals(HomeLock.pidFile(home)))
                    .toList();
        }
    }

    /** The system may have given the PID to another program. A part has the home among its arguments. */
    private boolean isOurs(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(home.root().toString());
    }

    private static void end(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unguarded) {
            process.destroyForcibly();
        }
    }
}
