package io.passport.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.passport.testing.server.RealRedis;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway with a real Redis and a stub of user-service that records the requests. No test may block an event loop. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.cloud.nacos.discovery.enabled=false",
            "management.server.port=0",
            // so that a slow machine is not taken for an unavailable Redis
            "spring.data.redis.timeout=10s",
            "passport.edge.trusted-proxies=127.0.0.2/32"
        })
@ActiveProfiles("local")
public abstract class GatewayIntegrationTest {

    protected static final WireMockServer USER_SERVICE = new WireMockServer(
            WireMockConfiguration.options().containerThreads(80).dynamicPort().bindAddress("127.0.0.1"));

    static {
        BlockingCalls.record();
        USER_SERVICE.start();
    }

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void externalSystems(DynamicPropertyRegistry properties) {
        RealRedis.SHARED.register(properties);
        properties.add("spring.cloud.discovery.client.simple.instances.user-service[0].uri", USER_SERVICE::baseUrl);
    }

    @BeforeEach
    protected void stubUserService() {
        USER_SERVICE.resetAll();
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{\"errno\":\"0\",\"errmsg\":\"OK\"}")));
    }

    @AfterEach
    void nothingHasBlocked() {
        assertThat(BlockingCalls.removeAll()).isEmpty();
    }

    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    protected HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return sendFrom("127.0.0.1", request);
    }

    protected HttpResponse<String> sendFrom(String address, HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(java.net.InetAddress.getByName(address))
                .build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Sends this text, closes the sending side, and returns everything until the gateway closes the connection. */
    protected String sendRaw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The same, but the sending side stays open, as with a client that stopped in the middle. */
    protected String sendRawSlowly(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    protected static LoggedRequest receivedRequest() {
        return USER_SERVICE.getAllServeEvents().getFirst().getRequest();
    }

    protected static boolean receivedNothing() {
        return USER_SERVICE.getAllServeEvents().isEmpty();
    }
}
