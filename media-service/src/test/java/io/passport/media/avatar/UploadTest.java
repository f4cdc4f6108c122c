package io.passport.media.avatar;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.jayway.jsonpath.JsonPath;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.passport.common.internalcall.CallSignature;
import io.passport.common.internalcall.Caller;
import io.passport.common.internalcall.SignedInUser;
import io.passport.media.MediaServiceApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service over real HTTP, in calls signed as the gateway signs them. */
@SpringBootTest(
        classes = MediaServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.cloud.nacos.discovery.enabled=false",
            // a busy machine must not look like a slow server
            "passport.avatar.gateway-timeout=3m",
            "passport.picture.time-limit=30s",
            "passport.picture.max-wait=20s",
            "passport.qiniu.read-timeout=20s",
            "passport.qiniu.time-limit=30s",
            "passport.user-service.connect-timeout=5s",
            "passport.user-service.read-timeout=20s",
            "passport.user-service.time-limit=30s"
        })
@ActiveProfiles("local")
abstract class UploadTest {

    static final String PATH = "/api/v1.0/user/avatar";
    static final SignedInUser USER = new SignedInUser(42, "digest");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private CallSignature signature;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    @Qualifier("deletions")
    private SimpleAsyncTaskExecutor deletions;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry settings) {
        settings.add(
                "spring.cloud.discovery.client.simple.instances.user-service[0].uri",
                RemoteStubs.USER_SERVICE::baseUrl);
        settings.add("passport.qiniu.upload-url", RemoteStubs::qiniuUrl);
        settings.add("passport.qiniu.management-url", RemoteStubs::qiniuUrl);
        settings.add("passport.qiniu.public-url", () -> RemoteStubs.qiniuUrl() + "/qiniu");
    }

    @BeforeEach
    void everybodyIsWell() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        qiniuIsWell();
        RemoteStubs.USER_SERVICE.resetAll();
        savedOver("null");
    }

    static void qiniuIsWell() {
        exchange(HttpRequest.newBuilder(URI.create(RemoteStubs.qiniuUrl() + "/faults"))
                .DELETE()
                .build());
    }

    static void qiniuFails(String fault) {
        HttpResponse<String> answer = exchange(HttpRequest.newBuilder(URI.create(RemoteStubs.qiniuUrl() + "/faults"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"provider\":\"qiniu\"," + fault + "}"))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** user-service saves, and the avatar before was this, in JSON. */
    static void savedOver(String previous) {
        userServiceAnswers(
                okJson("{\"errno\":\"0\",\"errmsg\":\"OK\",\"data\":{\"previous_avatar_url\":" + previous + "}}"));
    }

    static void userServiceAnswers(ResponseDefinitionBuilder answer) {
        RemoteStubs.USER_SERVICE.stubFor(
                put(urlPathEqualTo("/internal/users/42/avatar")).willReturn(answer));
    }

    static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    CircuitBreaker breaker(String name) {
        return breakers.circuitBreaker(name);
    }

    /**
     * Waits for deletions, which begin before the answer. To be called where {@code passport.avatar.deletions-at-once} is 1:
     * as there is room for one only, none is under way once there is room for ours.
     */
    void awaitDeletions() {
        await().ignoreException(TaskRejectedException.class)
                .until(() -> deletions.submit(() -> true).get());
    }

    HttpResponse<String> upload(byte[] picture) {
        return send(MultipartBody.with("avatar", "me.jpg", "image/jpeg", picture));
    }

    HttpResponse<String> send(MultipartBody body) {
        return send(body.contentType(), body.bytes(), USER);
    }

    HttpResponse<String> send(String contentType, byte[] body, @Nullable SignedInUser user) {
        return exchange(signed("gateway", user)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    HttpRequest.Builder signed(String service, @Nullable SignedInUser user) {
        Instant now = Instant.now();
        String header = "%s;user=%s;session=%s;ip=203.0.113.7;at=%d"
                .formatted(
                        service, user == null ? "" : user.id(), user == null ? "" : user.session(), now.toEpochMilli());
        String signed = signature.sign("POST", PATH, new Caller(service, user, "203.0.113.7", now, null));
        return unsigned().header(Caller.HEADER, header).header(CallSignature.HEADER, signed);
    }

    HttpRequest.Builder unsigned() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH));
    }

    static void assertRefused(HttpResponse<String> answer, String errno, String text) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"errno\":\"" + errno + "\",\"errmsg\":\"" + text + "\"}");
    }

    static String addressIn(HttpResponse<String> answer) {
        return JsonPath.read(answer.body(), "$.data.avatar_url");
    }

    static HttpResponse<byte[]> download(String url) {
        return exchange(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    static HttpResponse<String> exchange(HttpRequest request) {
        return exchange(request, HttpResponse.BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
