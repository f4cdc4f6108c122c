package io.passport.local.part;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Whether nobody listens on a port right now. */
public final class FreePort {
    private FreePort() {}

    /** Whether a server could listen on the port, on loopback. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
