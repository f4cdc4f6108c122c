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
 * Starts processes that end when this JVM ends, however it ends; {@code guard.sh} says how.
 *
 * <p>Each runs in its {@link DetachedProcess}: a Ctrl-C in the terminal then reaches the launcher alone, which stops the parts in
 * order.
 */
final class ProcessGuard {
    private ProcessGuard() {}

    /** Starts a program; its output is appended to the part's log, and the process's PID is that of the program itself. */
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
            // then there is nobody to tell
        }
    }

    /** Written anew for each start, and renamed into place: another start may be reading it. */
    private static Path script(Home home) throws IOException {
        var file = home.bin().resolve("guard.sh");
        var unfinished = Files.createTempFile(home.bin(), "guard", ".new");
        try (InputStream script = Objects.requireNonNull(ProcessGuard.class.getResourceAsStream("guard.sh"))) {
            Files.copy(script, unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
