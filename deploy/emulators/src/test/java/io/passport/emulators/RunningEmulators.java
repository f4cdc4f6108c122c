package io.passport.emulators;

import io.passport.emulators.http.HttpServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts the emulators on a free port with a temporary home directory, and calls them. */
final class RunningEmulators implements BeforeAllCallback, AfterAllCallback {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private Path home;
    private HttpServer server;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        home = Files.createTempDirectory("emulators");
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        server.close();
        try (var files = Files.walk(home)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    void restart() throws Exception {
        server.close();
        start();
    }

    private void start() throws Exception {
        server = Emulators.start(0, Map.of("PASSPORT_HOME", home.toString()));
    }

    Path home() {
        return home;
    }

    int port() {
        return server.port();
    }

    URI uri(String target) {
        return URI.create("http://127.0.0.1:" + port() + target);
    }

    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(uri(target)).timeout(Duration.ofSeconds(10));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> download(String target) throws IOException, InterruptedException {
        return client.send(request(target).build(), BodyHandlers.ofByteArray());
    }

    JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(send(request).body());
    }

    JsonNode inbox(String mobile) throws IOException, InterruptedException {
        return json(request("/inbox?mobile=" + mobile));
    }

    HttpResponse<String> order(String fault) throws IOException, InterruptedException {
        return send(request("/faults").POST(BodyPublishers.ofString(fault)));
    }

    void endFaults() throws IOException, InterruptedException {
        send(request("/faults").DELETE());
    }

    /** Writes these bytes to a fresh connection and reads until the server closes it or nothing came for half a minute. */
    String raw(String bytes) throws IOException {
        try (var socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            var read = new StringBuilder();
            try {
                for (int next = socket.getInputStream().read();
                        next >= 0;
                        next = socket.getInputStream().read()) {
                    read.append((char) next);
                }
            } catch (java.net.SocketTimeoutException quiet) {
                return read.toString();
            }
            return read.toString();
        }
    }
}
