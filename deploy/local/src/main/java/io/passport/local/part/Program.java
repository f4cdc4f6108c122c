package io.passport.local.part;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A command with its environment.
 *
 * @param command the executable and its arguments
 * @param environment variables in addition to the launcher's
 * @param directory the working directory; it must exist
 */
public record Program(List<String> command, Map<String, String> environment, Path directory) {
    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * Runs a program that ends by itself, and waits for its end.
     *
     * @param part its output is appended to this part's log
     * @throws StartupException if its exit status is not 0
     * @throws InterruptedException if the start is cancelled; the program and its children have received SIGTERM
     */
    public void run(Home home, String part) throws IOException, InterruptedException {
        var process = ProcessGuard.start(home, part, this);
        try {
            var status = process.waitFor();
            if (status != 0) {
                throw new StartupException(
                        "%s did not start: %s ended with status %d".formatted(part, command.getFirst(), status),
                        LogTail.of(home.log(part)));
            }
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            throw e;
        }
    }
}
