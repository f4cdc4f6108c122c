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

/** Parts of a run whose launcher was killed, and that their guards are still ending. */
record OrphanedProcesses(Home home) {
    /** A guard takes 10 s to kill a part that does not end when told to. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Waits until none is left, kills what then still runs, and removes the PID files. */
    void await(Console console) throws IOException, InterruptedException {
        for (var file : pidFiles()) {
            var process = PidFile.process(file).filter(this::isOurs);
            if (process.isPresent()) {
                console.say("Waiting for the end of what is left of the last run: " + file.getFileName() + ", "
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

    /** A PID may by now be somebody else's: ours show their home among their arguments. */
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
