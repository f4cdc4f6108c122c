package io.passport.verify;

import io.passport.common.internalcall.CallSignature;
import io.passport.common.internalcall.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** HTTP calls in a caller's name; each signed anew. */
public final class SignedCalls {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final CallSignature signature;
    private final String caller;
    private final String address;

    SignedCalls(int port, CallSignature signature, String caller, String address) {
        this.port = port;
        this.signature = signature;
        this.caller = caller;
        this.address = address;
    }

    public Answer get(String path) {
        return send(signed("GET", path, HttpRequest.BodyPublishers.noBody()));
    }

    public Answer post(String path, String json) {
        return send(signed("POST", path, HttpRequest.BodyPublishers.ofString(json))
                .header("Content-Type", "application/json"));
    }

    public Answer unsigned(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /** The whole answer to a path that {@link URI} would not take. */
    public String raw(String path) {
        Caller self = self();
        String request = "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s: %s\r\n%s: %s\r\n\r\n"
                .formatted(path, Caller.HEADER, self.header(), CallSignature.HEADER, signature.sign("GET", path, self));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder signed(String method, String path, HttpRequest.BodyPublisher body) {
        Caller self = self();
        return HttpRequest.newBuilder(uri(path))
                .method(method, body)
                .header(Caller.HEADER, self.header())
                .header(CallSignature.HEADER, signature.sign(method, path, self));
    }

    private Caller self() {
        return new Caller(caller, null, address, Instant.now(), null);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
