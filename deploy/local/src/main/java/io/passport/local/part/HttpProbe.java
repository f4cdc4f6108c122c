package io.passport.local.part;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Sends GET requests to a server on this machine. Connects within 1 s and waits up to 3 s for the answer.
 *
 * @param port on loopback
 * @param path with query
 */
public record HttpProbe(int port, String path) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    /**
     * The status of the answer.
     *
     * @throws IOException if the server does not answer in time
     */
    public int status() throws IOException, InterruptedException {
        return answer().statusCode();
    }

    /**
     * The body of the answer, with any status.
     *
     * @throws IOException if the server does not answer in time
     */
    public String body() throws IOException, InterruptedException {
        return answer().body();
    }

    private HttpResponse<String> answer() throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + port + path);
        return CLIENT.send(HttpRequest.newBuilder(uri).timeout(TIMEOUT).build(), BodyHandlers.ofString());
    }
}
