package io.passport.acceptance.visitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An HTTP client with its own loopback address and session cookie. Limits by address count it alone. */
final class HttpBrowser {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI gateway;
    private final Map<String, String> headers;
    private final AtomicReference<@Nullable String> token;

    private HttpBrowser(
            HttpClient http, URI gateway, Map<String, String> headers, AtomicReference<@Nullable String> token) {
        this.http = http;
        this.gateway = gateway;
        this.headers = headers;
        this.token = token;
    }

    static HttpBrowser withOwnAddress(URI gateway) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .localAddress(address(ADDRESSES.incrementAndGet()))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        return new HttpBrowser(http, gateway, Map.of(), new AtomicReference<>());
    }

    /** The same browser with one more header. */
    HttpBrowser with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new HttpBrowser(http, gateway, more, token);
    }

    /** The same browser with another session cookie. */
    HttpBrowser withToken(String other) {
        return new HttpBrowser(http, gateway, headers, new AtomicReference<>(other));
    }

    Optional<String> token() {
        return Optional.ofNullable(token.get());
    }

    ApiResponse send(String method, String path, @Nullable RequestBody body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + path)).timeout(TIMEOUT);
        headers.forEach(request::setHeader);
        token().ifPresent(value -> request.setHeader("Cookie", "session=" + value));
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.method(method, body.content()).setHeader("Content-Type", body.type());
        }
        ApiResponse response = send(request.build());
        response.sessionCookie().ifPresent(this::remember);
        return response;
    }

    private ApiResponse send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            return new ApiResponse(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    request.method() + " " + request.uri().getPath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void remember(String setCookie) {
        String value = setCookie.substring("session=".length()).split(";", 2)[0];
        token.set(value.isEmpty() ? null : value);
    }

    /** {@code 127.1.0.1} and following. */
    private static InetAddress address(int number) {
        try {
            return InetAddress.getByAddress(new byte[] {
                127, (byte) (1 + number / 62_500), (byte) (number / 250 % 250), (byte) (1 + number % 250)
            });
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
