package io.passport.media.avatar;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.passport.common.trust.CallSignature;
import io.passport.common.trust.Caller;
import io.passport.common.trust.SignedInUser;
import io.passport.media.MediaService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service over real HTTP, between a Qiniu and a user-service that do what a test tells them. */
@SpringBootTest(classes = MediaService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("local")
abstract class UploadTest {

    static final String PATH = "/api/v1.0/user/avatar";
    static final long USER = 42;

    @RegisterExtension
    static final WireMockExtension QINIU = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @RegisterExtension
    static final WireMockExtension USER_SERVICE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    CallSignature signature;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry settings) {
        settings.add("management.server.port", () -> 0);
        settings.add("spring.cloud.nacos.discovery.enabled", () -> false);
        settings.add("spring.cloud.discovery.client.simple.instances.user-service[0].uri", USER_SERVICE::baseUrl);
        // a busy machine must not look like a slow server
        settings.add("passport.avatar.gateway-timeout", () -> "3m");
        settings.add("passport.picture.time-limit", () -> "30s");
        settings.add("passport.qiniu.read-timeout", () -> "20s");
        settings.add("passport.qiniu.time-limit", () -> "30s");
        settings.add("passport.user-service.read-timeout", () -> "20s");
        settings.add("passport.user-service.time-limit", () -> "30s");
        settings.add("passport.qiniu.upload-url", QINIU::baseUrl);
        settings.add("passport.qiniu.management-url", QINIU::baseUrl);
        settings.add("passport.qiniu.public-url", () -> "http://cdn.test/qiniu");
    }

    @BeforeEach
    void everybodyIsWell() {
        QINIU.stubFor(post(urlPathEqualTo("/")).willReturn(okJson("{\"hash\":\"h\",\"key\":\"k\"}")));
        QINIU.stubFor(post(urlPathMatching("/delete/.*")).willReturn(okJson("{}")));
        userServiceAnswers("{\"errno\":\"0\",\"errmsg\":\"OK\",\"data\":{\"previous_avatar_url\":null}}");
    }

    static void userServiceAnswers(String json) {
        USER_SERVICE.stubFor(
                put(urlPathEqualTo("/internal/users/" + USER + "/avatar")).willReturn(okJson(json)));
    }

    HttpResponse<String> upload(byte[] picture) {
        return send(Multipart.with("avatar", "me.jpg", "image/jpeg", picture));
    }

    HttpResponse<String> send(Multipart body) {
        return send(body.contentType(), body.bytes(), new SignedInUser(USER, "digest"));
    }

    HttpResponse<String> send(String contentType, byte[] body, @Nullable SignedInUser user) {
        Caller gateway = new Caller("gateway", user, "203.0.113.7", Instant.now());
        String header = "gateway;user=%s;session=%s;ip=203.0.113.7;at=%d"
                .formatted(
                        user == null ? "" : user.id(),
                        user == null ? "" : user.session(),
                        gateway.at().toEpochMilli());
        return exchange(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH))
                .header("Content-Type", contentType)
                .header(Caller.HEADER, header)
                .header(CallSignature.HEADER, signature.sign("POST", PATH, gateway))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
