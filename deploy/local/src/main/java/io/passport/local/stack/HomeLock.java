package io.passport.local.stack;

import io.passport.local.part.StartupException;
import io.passport.local.part.Home;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One launcher to a home: held from before anything is touched until the process ends, by kill -9 too. */
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
     * @throws StartupException when another launcher holds it
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

    /** Why nothing else can start in a home whose launcher runs. */
    static StartupException held(Home home) {
        return new StartupException("Passport already runs in %s (PID %s): deploy/status shows it, deploy/down stops it"
                .formatted(
                        home.root(),
                        PidFile.read(pidFile(home)).map(String::valueOf).orElse("unknown")));
    }

    /** The launcher that runs in a home, if one does. Not for the JVM that holds the lock. */
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

    /** Gives the home free. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(pidFile);
        channel.close();
    }
}
