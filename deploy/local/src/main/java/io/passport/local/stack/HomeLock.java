package io.passport.local.stack;

import io.passport.local.part.Home;
import io.passport.local.part.StartupException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Allows one launcher per home. Taken before any file is changed; released when the process ends, also by kill -9. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;
    private final Path pidFile;

    private HomeLock(FileChannel channel, Path pidFile) {
        this.channel = channel;
        this.pidFile = pidFile;
    }

    /**
     * Takes the lock and writes {@code run/launcher.pid}.
     *
     * @throws StartupException if another launcher holds it
     */
    static HomeLock take(Home home) throws IOException {
        // never closed by hand: closing any channel on the file would release the lock of the whole process
        var channel = open(home);
        if (channel.tryLock() == null) {
            channel.close();
            throw held(home);
        }
        Files.writeString(pidFile(home), ProcessHandle.current().pid() + "\n");
        return new HomeLock(channel, pidFile(home));
    }

    /** The error for a start in a home with a running launcher. */
    static StartupException held(Home home) {
        return new StartupException("Passport already runs in %s (PID %s): deploy/status shows it, deploy/down stops it"
                .formatted(
                        home.root(),
                        PidFile.read(pidFile(home)).map(String::valueOf).orElse("unknown")));
    }

    /** The launcher that runs in a home, if any. The JVM that holds the lock must not call this. */
    static Optional<ProcessHandle> holder(Home home) throws IOException {
        try (var channel = open(home);
                var lock = channel.tryLock()) {
            return lock != null ? Optional.empty() : PidFile.process(pidFile(home));
        }
    }

    static Path pidFile(Home home) {
        return home.pidFile("launcher");
    }

    private static FileChannel open(Home home) throws IOException {
        Path file = home.run().resolve("launcher.lock");
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Releases the lock and deletes the PID file. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(pidFile);
        channel.close();
    }
}
