package io.passport.local.part;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Starts processes that end with this JVM, also when the JVM is killed by {@code kill -9}; see {@code guard.sh}.
 *
 * <p>Each process has its own session ({@link DetachedProcess}), so Ctrl-C reaches only the launcher, which stops the parts in
 * order.
 */
final class ProcessGuard {
    private ProcessGuard() {}

    /** Starts a program and appends its output to the part's log. The PID of the returned process is the program's own. */
    static Process start(Home home, String part, Program program) throws IOException {
        var command = new ArrayList<>(DetachedProcess.prefix());
        command.addAll(List.of("/bin/sh", script(home).toString()));
        command.addAll(program.command());
        var builder = new ProcessBuilder(command)
                .directory(program.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(home.log(part).toFile()));
        builder.environment().putAll(program.environment());
        var process = builder.start();
        process.onExit().thenAccept(ProcessGuard::release);
        return process;
    }

    private static void release(Process ended) {
        try (var pipe = ended.outputWriter()) {
            pipe.write('\n');
        } catch (IOException watcherGone) {
            // no watcher to tell
        }
    }

    /** Replaces the script by a rename, because another start may be reading it. */
    private static Path script(Home home) throws IOException {
        var file = home.bin().resolve("guard.sh");
        var unfinished = Files.createTempFile(home.bin(), "guard", ".new");
        try (InputStream script = Objects.requireNonNull(ProcessGuard.class.getResourceAsStream("guard.sh"))) {
            Files.copy(script, unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
