package io.passport.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that holds a PID and nothing else. */
final class PidFile {
    private PidFile() {}

    /** The process that the file names, if there is such a file and the process is there. */
    static Optional<ProcessHandle> process(Path file) {
        return read(file).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    }

    /** The PID in the file, if there is one. */
    static Optional<Long> read(Path file) {
        try {
            return Optional.of(Long.valueOf(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }
}
