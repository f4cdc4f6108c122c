package io.passport.user;

import io.passport.common.internalcall.CallSignature;
import io.passport.common.internalcall.Caller;
import io.passport.common.internalcall.SignedInUser;
import io.passport.testing.server.RealMariaDb;
import io.passport.testing.server.RealRedis;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** user-service in the local profile, with a real Redis and MariaDB and a stub of verify-service. Calls are signed as the gateway signs them. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.cloud.nacos.discovery.enabled=false",
            "management.server.port=0",
            // for slow machines: forty hashes at once take longer than the defaults allow
            "spring.data.redis.timeout=10s",
            "passport.password-hashing.max-wait=3m",
            "passport.gateway-timeout=20m",
            "passport.sign-in.failures.per-mobile=3"
        })
@ActiveProfiles("local")
public abstract class IntegrationTest {

    protected static final VerifyServiceStub VERIFY_SERVICE = new VerifyServiceStub();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Above the numbers that tests name. */
    private static final AtomicInteger MOBILES = new AtomicInteger(10_000_000);

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    /** Of this test only, so that failures of one test do not lock another. */
    protected final String address = someAddress();

    @Autowired
    private CallSignature signature;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void realServers(DynamicPropertyRegistry properties) {
        RealRedis.SHARED.register(properties);
        properties.add("spring.datasource.url", () -> RealMariaDb.url("passport"));
        properties.add("spring.cloud.discovery.client.simple.instances.verify-service[0].uri", VERIFY_SERVICE::url);
    }

    protected static String someMobile() {
        return "139%08d".formatted(MOBILES.incrementAndGet());
    }

    protected static String someAddress() {
        int address = ADDRESSES.incrementAndGet();
        return "10.%d.%d.%d".formatted(address >> 16, address >> 8 & 255, address & 255);
    }

    protected HttpResponse<String> call(String method, String path, @Nullable String json, @Nullable Long userId) {
        return send(
                method,
                path,
                json,
                new Caller(
                        "gateway", userId == null ? null : new SignedInUser(userId, ""), address, Instant.now(), null));
    }

    protected HttpResponse<String> send(String method, String path, @Nullable String json, Caller caller) {
        return send(method, path, json, caller, "an app of ours");
    }

    protected HttpResponse<String> send(
            String method, String path, @Nullable String json, Caller caller, String userAgent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("User-Agent", userAgent)
                .header(Caller.HEADER, caller.header())
                .header(CallSignature.HEADER, signature.sign(method, path, caller));
        if (json == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(json));
        }
        return send(request.build());
    }

    protected HttpResponse<String> sendUnsigned(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
