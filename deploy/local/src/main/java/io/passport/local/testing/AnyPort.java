package io.passport.local.testing;

import io.passport.local.part.CannotStart;
import io.passport.local.part.Home;
import io.passport.local.part.Part;
import io.passport.local.part.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/**
 * Starts a server on a port that is free. Between the choice of a port and the server's start another program may take it,
 * any outgoing connection even: then the server ends, says why, and gets another port.
 */
public final class AnyPort {
    private static final int ATTEMPTS = 5;

    /** The system's words, quoted by all; Redis comes with a system library of its own, whose words they are without "already". */
    private static final Pattern TAKEN = Pattern.compile("Address (already )?in use");

    private AnyPort() {}

    /**
     * Starts a server and waits until it is ready.
     *
     * @param server makes it for a port
     * @throws CannotStart when it dies of anything but a taken port, or found five ports taken, or is too slow
     */
    public static <P extends Part> Running<P> start(Home home, IntFunction<P> server)
            throws IOException, InterruptedException {
        return start(home, server, AnyPort::find);
    }

    static <P extends Part> Running<P> start(Home home, IntFunction<P> server, IntSupplier ports)
            throws IOException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            try {
                return Running.start(home, server.apply(ports.getAsInt()));
            } catch (CannotStart failed) {
                if (attempt == ATTEMPTS || !foundItsPortTaken(failed)) {
                    throw failed;
                }
            }
        }
    }

    private static boolean foundItsPortTaken(CannotStart failed) {
        return failed.logLines().stream().anyMatch(TAKEN.asPredicate());
    }

    /** One that nobody listens on right now. */
    static int find() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
