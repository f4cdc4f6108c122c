package io.passport.local.part;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A terminal session of its own for a process, so that a Ctrl-C or a closed terminal does not reach it. */
public final class DetachedProcess {
    private DetachedProcess() {}

    /** What to put before a command; nothing where the system has no {@code setsid}. The PID stays the command's. */
    public static List<String> prefix() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "setsid"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .limit(1)
                .toList();
    }
}
