package io.passport.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/** Ports on loopback that no process listens on. */
public final class FreePort {
    private static final int ATTEMPTS = 5;
    /** The system's message. Redis comes with its own C library, which leaves out "already". */
    private static final Pattern TAKEN = Pattern.compile("Address (already )?in use");

    private FreePort() {}

    /** Whether a server can listen on the port now. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Chooses a port that is free now. Another program may take it before the caller does. */
    public static int find() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a part on a free port and waits until it is ready. If another program takes the port first, tries again with
     * another port, five times in all.
     *
     * @param part creates the part for a port
     * @throws StartupException if the part ends for another reason, is not ready in time, or all five ports were taken
     */
    public static <P extends Part> RunningPart<P> start(Home home, IntFunction<P> part)
            throws IOException, InterruptedException {
        return start(home, part, FreePort::find);
    }

    static <P extends Part> RunningPart<P> start(Home home, IntFunction<P> part, IntSupplier ports)
            throws IOException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            try {
                return RunningPart.start(home, part.apply(ports.getAsInt()));
            } catch (StartupException failed) {
                if (attempt == ATTEMPTS || failed.logLines().stream().noneMatch(TAKEN.asPredicate())) {
                    throw failed;
                }
            }
        }
    }
}
