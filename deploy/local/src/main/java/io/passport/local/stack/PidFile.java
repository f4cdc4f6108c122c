package io.passport.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file with a PID. */
final class PidFile {
    private PidFile() {}

    /** The process that the file names; empty if there is no file or no such process. */
    static Optional<ProcessHandle> process(Path file) {
        return read(file).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    }

    /** The PID in the file; empty if there is no file or no PID in it. */
    static Optional<Long> read(Path file) {
        try {
            return Optional.of(Long.valueOf(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }
}
