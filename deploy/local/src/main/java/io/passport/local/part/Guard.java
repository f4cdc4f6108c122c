package io.passport.local.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Starts processes that end when this JVM ends, however it ends; {@code guard.sh} says how.
 *
 * <p>Each gets a session of its own where the system has {@code setsid}: a Ctrl-C in the terminal then reaches the launcher
 * alone, which stops the parts in order.
 */
final class Guard {
    private static final String SCRIPT = script();

    private Guard() {}

    /** Starts a program; its output is appended to the log, and the process's PID is that of the program itself. */
    static Process start(String name, Program program, Path log) throws IOException {
        var command = new ArrayList<>(ownSession());
        command.addAll(List.of("/bin/sh", "-c", SCRIPT, name));
        command.addAll(program.command());
        var builder = new ProcessBuilder(command)
                .directory(program.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(program.environment());
        var process = builder.start();
        process.onExit().thenAccept(Guard::release);
        return process;
    }

    private static void release(Process ended) {
        try (var pipe = ended.outputWriter()) {
            pipe.write('\n');
        } catch (IOException watcherGone) {
            // then there is nobody to tell
        }
    }

    private static List<String> ownSession() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "setsid"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .limit(1)
                .toList();
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(Guard.class.getResourceAsStream("guard.sh"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
