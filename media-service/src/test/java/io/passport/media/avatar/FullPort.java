package io.passport.media.avatar;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port that takes no more connections and refuses none: whoever connects waits in vain. */
final class FullPort implements AutoCloseable {

    private final ServerSocket server;
    private final List<Socket> waiting = new ArrayList<>();

    private FullPort() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        try {
            while (true) {
                Socket socket = new Socket();
                waiting.add(socket);
                socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 200);
            }
        } catch (SocketTimeoutException full) {
            // as it should be
        }
    }

    static FullPort open() {
        try {
            return new FullPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : waiting) {
            socket.close();
        }
        server.close();
    }
}
