package io.passport.production;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Whether a program is on the PATH. Tests that need a missing program are skipped. */
final class Programs {
    private Programs() {}

    static boolean has(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
