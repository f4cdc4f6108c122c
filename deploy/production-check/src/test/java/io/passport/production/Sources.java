package io.passport.production;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source tree that contains this module. */
final class Sources {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    private Sources() {}

    static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    /** The folder names of the four service modules. */
    static List<String> services() {
        return Stream.of("gateway", "verify-service", "user-service", "media-service")
                .filter(module -> Files.exists(path(module)))
                .toList();
    }
}
