package io.passport.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;

/**
 * A part with all its files in place. Its process is not started yet.
 *
 * @param <P> the part
 */
public record PreparedPart<P extends Part>(P part, Home home, Program program) {
    /**
     * Creates the part's files; throws as {@link Part#program} does. Renames the log of the previous run to {@code
     * <part>.log.1}.
     */
    public static <P extends Part> PreparedPart<P> of(Home home, P part) throws IOException, InterruptedException {
        var log = home.log(part.name());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new PreparedPart<>(part, home, part.program(home));
    }

    /** Starts the process, writes its PID file and returns without waiting. */
    public RunningPart<P> launch() throws IOException {
        var process = ProcessGuard.start(home, part.name(), program);
        Files.writeString(home.pidFile(part.name()), process.pid() + "\n");
        return new RunningPart<>(part, home, process);
    }
}
