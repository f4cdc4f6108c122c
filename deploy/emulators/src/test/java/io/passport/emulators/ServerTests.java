package io.passport.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @RegisterExtension
    static final RunningEmulators emulators = new RunningEmulators();

    @AfterEach
    void serverStillAnswers() throws Exception {
        assertThat(emulators.send(emulators.request("/inbox")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/inbox", "/faults"})
    void requestWhenTheHostIsForeignThenItIsForbidden(String path) throws Exception {
        assertThat(emulators.raw(get(path, "Host: attacker.example"))).startsWith("HTTP/1.1 403");
        assertThat(emulators.raw(get(path, "Host: localhost.attacker.example"))).startsWith("HTTP/1.1 403");
        assertThat(emulators.raw(get(path, "Accept: */*"))).startsWith("HTTP/1.1 403");
        assertThat(emulators.raw(get(path, "Host: localhost:" + emulators.port())))
                .startsWith("HTTP/1.1 200");
        assertThat(emulators.raw(get(path, "Host: [::1]:8090"))).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/inbox", "/faults"})
    void requestWhenItIsFromAnotherSiteThenItIsForbidden(String path) throws Exception {
        assertThat(emulators.raw(get(path, "Host: localhost\r\nSec-Fetch-Site: cross-site")))
                .startsWith("HTTP/1.1 403");
        assertThat(emulators.raw(get(path, "Host: localhost\r\nSec-Fetch-Site: same-origin")))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/inbox/13800000000", "//", "/../etc/passwd"})
    void requestWhenThePathIsUnknownThenItIsNotFound(String path) throws Exception {
        assertThat(emulators.raw(get(path, "Host: localhost"))).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\1\2\3 nonsense\r\n\r\n",
                "GET /inbox?mobile=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%f HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /faults HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n"
            })
    void requestWhenItIsMalformedThenItIsRejected(String bytes) throws Exception {
        assertThat(emulators.raw(bytes)).startsWith("HTTP/1.1 400").contains("{\"error\":\"Bad Request\"}");
    }

    @Test
    void requestWhenAHeaderIsTooLongThenItIsRejected() throws Exception {
        assertThat(emulators.raw(get("/inbox", "Host: localhost\r\nX-Long: " + "x".repeat(20_000))))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void requestWhenTheBodyIsTooLongThenItIsRejected() throws Exception {
        var response =
                emulators.send(emulators.request("/faults").POST(BodyPublishers.ofByteArray(new byte[(5 << 20) + 1])));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEqualTo("{\"error\":\"Request Entity Too Large\"}");
    }

    @Test
    void requestWhenBodiesUseAllMemoryThenOthersAreRejectedUntilTheyEnd() throws Exception {
        // repeats until the server has read the first two bodies
        await().atMost(TIMEOUT).ignoreExceptions().untilAsserted(() -> {
            try (var first = begin();
                    var second = begin()) {
                assertThat(first.isConnected() && second.isConnected()).isTrue();
                assertThat(emulators.raw(
                                "POST /faults HTTP/1.1\r\nConnection: close\r\nHost: localhost\r\nContent-Length: 600000\r\n\r\n"
                                        + "x".repeat(600_000)))
                        .startsWith("HTTP/1.1 503");
            }
        });
        // until the server has seen that both connections are closed
        await().atMost(TIMEOUT)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(emulators
                                .send(emulators.request("/faults").POST(BodyPublishers.ofByteArray(new byte[5 << 20])))
                                .statusCode())
                        .isEqualTo(400));
    }

    @Test
    void requestWhenItIsPipelinedThenResponsesAreInOrder() throws Exception {
        String answers =
                emulators.raw("GET /first HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/inbox", "Host: localhost"));

        assertThat(answers).matches("(?s)HTTP/1.1 404.*HTTP/1.1 200.*\\[]");
    }

    @Test
    void requestWhenTheJsonIsDeeplyNestedThenItIsRejected() throws Exception {
        var response = emulators.order("[".repeat(100_000));

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void connectWhenTheAddressIsNotLoopbackThenItIsRefused() throws Exception {
        var outside = java.net.NetworkInterface.networkInterfaces()
                .flatMap(java.net.NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
        org.junit.jupiter.api.Assumptions.assumeTrue(outside.isPresent());

        assertThatThrownBy(() -> connect(outside.get())).isInstanceOf(java.net.ConnectException.class);
    }

    @Test
    void startWhenThePortIsTakenThenItFails() {
        assertThatThrownBy(() -> Emulators.start(emulators.port(), Map.of())).isInstanceOf(BindException.class);
    }

    private static void connect(InetAddress address) throws Exception {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, emulators.port()), 1000);
        }
    }

    /** Begins a request and sends all of its body but the last byte. */
    private static Socket begin() throws Exception {
        String head = "POST /faults HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000000\r\n\r\n";
        var socket = new Socket("127.0.0.1", emulators.port());
        socket.getOutputStream().write(head.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        socket.getOutputStream().write(new byte[4_999_999]);
        return socket;
    }

    private static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n\r\n";
    }
}
