package io.passport.local.stack;

import io.passport.local.part.Home;
import io.passport.local.part.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Called before the parts start: checks that the disk has space, because a database reports a full disk less clearly. */
record FreeSpaceCheck(Home home) {
    private static final long MEBIBYTE = 1 << 20;
    private static final List<String> MADE_BY_A_FIRST_RUN = List.of(
            "data/mariadb", "bin/redis", "bin/gateway", "bin/verify-service", "bin/user-service", "bin/media-service");

    /** Binaries take 600 MiB, ahead-of-time caches 600 MiB, new data 120 MiB. */
    private static final long FIRST_RUN = 1500 * MEBIBYTE;

    private static final long LATER_RUN = 150 * MEBIBYTE;

    /**
     * Compares the free space with 1500 MiB for a first run, 150 MiB for a later run.
     *
     * @throws StartupException if less is free
     */
    void check() throws IOException {
        var free = Files.getFileStore(home.root()).getUsableSpace();
        var needed =
                MADE_BY_A_FIRST_RUN.stream().map(home.root()::resolve).allMatch(Files::exists) ? LATER_RUN : FIRST_RUN;
        if (free < needed) {
            throw new StartupException(
                    "Only %d MiB are free in %s, and %d are needed: make room, or set PASSPORT_HOME to another disk"
                            .formatted(free / MEBIBYTE, home.root(), needed / MEBIBYTE));
        }
    }
}
