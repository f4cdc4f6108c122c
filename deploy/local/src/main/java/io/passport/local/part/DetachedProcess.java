package io.passport.local.part;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Starts a command in its own terminal session, where Ctrl-C and the end of the terminal do not reach it. */
public final class DetachedProcess {
    private DetachedProcess() {}

    /** The words to put before a command; none if the system has no {@code setsid}. The PID remains the command's. */
    public static List<String> prefix() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "setsid"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .limit(1)
                .toList();
    }
}
