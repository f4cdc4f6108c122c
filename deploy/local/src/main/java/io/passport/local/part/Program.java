package io.passport.local.part;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param command the executable and its arguments
 * @param environment variables on top of the launcher's own
 * @param directory the working directory; it must exist
 */
public record Program(List<String> command, Map<String, String> environment, Path directory) {
    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * Runs a program that ends by itself, on behalf of a part.
     *
     * @param part whose log takes its output
     * @throws StartupException when it ends with another status than 0
     * @throws InterruptedException when the start is given up; the program and its children have then been told to end
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
