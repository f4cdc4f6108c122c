package io.passport.testing.internalcall;

import io.passport.common.internalcall.CallSignature;
import io.passport.common.internalcall.Caller;
import io.passport.common.internalcall.SignedInUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Calls to a service on loopback, each with the headers {@code X-Passport-Caller} and {@code X-Passport-Signature}.
 *
 * @param port where the service listens
 * @param signature signs with the caller's key
 * @param service the caller: {@code gateway}, {@code user-service}
 * @param user the signed-in user of the call, or null
 * @param clientAddress the address of the client behind the caller; empty if there is none
 */
public record SignedCalls(
        int port,
        CallSignature signature,
        String service,
        @Nullable SignedInUser user,
        String clientAddress) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Calls of a service without a client behind it. */
    public static SignedCalls of(int port, CallSignature signature, String service) {
        return new SignedCalls(port, signature, service, null, "");
    }

    /** The gateway's calls for a client at this address who is not signed in. */
    public static SignedCalls ofGateway(int port, CallSignature signature, String clientAddress) {
        return new SignedCalls(port, signature, "gateway", null, clientAddress);
    }

    /** The same calls for a signed-in user. */
    public SignedCalls as(@Nullable SignedInUser signedIn) {
        return new SignedCalls(port, signature, service, signedIn, clientAddress);
    }

    public TestResponse get(String path) {
        return send(signed("GET", path, BodyPublishers.noBody()));
    }

    public TestResponse post(String path, String json) {
        return send("POST", path, json);
    }

    /** Sends a JSON body, or none if {@code json} is null. */
    public TestResponse send(String method, String path, @Nullable String json) {
        return json == null
                ? send(signed(method, path, BodyPublishers.noBody()))
                : send(signed(method, path, BodyPublishers.ofString(json)).header("Content-Type", "application/json"));
    }

    /** A signed request that the caller completes and gives to {@link #send(HttpRequest.Builder)}. */
    public HttpRequest.Builder signed(String method, String path, HttpRequest.BodyPublisher body) {
        Caller caller = caller();
        return HttpRequest.newBuilder(uri(path))
                .method(method, body)
                .header(Caller.HEADER, caller.header())
                .header(CallSignature.HEADER, signature.sign(method, path, caller));
    }

    /** GET without the two headers. */
    public TestResponse unsigned(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /** GET of a path that {@link URI} rejects; the whole response as text. */
    public String raw(String path) {
        Caller caller = caller();
        String request = "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s: %s\r\n%s: %s\r\n\r\n"
                .formatted(
                        path,
                        Caller.HEADER,
                        caller.header(),
                        CallSignature.HEADER,
                        signature.sign("GET", path, caller));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends any request and reads the whole response. Waits without a time limit.
     *
     * @throws UncheckedIOException if the service does not accept the connection or closes it
     */
    public static TestResponse send(HttpRequest.Builder request) {
        try {
            return new TestResponse(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Caller caller() {
        return new Caller(service, user, clientAddress, Instant.now(), null);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
