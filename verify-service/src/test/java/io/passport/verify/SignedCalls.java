package io.passport.verify;

import io.passport.common.trust.CallSignature;
import io.passport.common.trust.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

    private HttpRequest.Builder signed(String method, String path, HttpRequest.BodyPublisher body) {
        Caller self = new Caller(caller, null, address, Instant.now());
        String header = "%s;user=;session=;ip=%s;at=%d"
                .formatted(caller, address, self.at().toEpochMilli());
        return HttpRequest.newBuilder(uri(path))
                .method(method, body)
                .header(Caller.HEADER, header)
                .header(CallSignature.HEADER, signature.sign(method, path, self));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static Answer send(HttpRequest.Builder request) {
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
