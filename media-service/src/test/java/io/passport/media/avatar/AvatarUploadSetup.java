package io.passport.media.avatar;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.passport.common.internalcall.CallSignature;
import io.passport.common.internalcall.SignedInUser;
import io.passport.media.MediaServiceApplication;
import io.passport.testing.internalcall.SignedCalls;
import io.passport.testing.internalcall.TestResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.client.discovery.simple.SimpleDiscoveryProperties;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The service over HTTP, in calls signed as the gateway signs them. All subclasses share one application context: they change
 * the stubs, not the settings.
 */
@SpringBootTest(
        classes = MediaServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.cloud.nacos.discovery.enabled=false",
            // long timeouts: tests must pass on a busy machine
            "passport.gateway-timeout=3m",
            "passport.picture.timeout=30s",
            "passport.picture.max-wait=20s",
            "passport.qiniu.read-timeout=6s",
            "spring.cloud.openfeign.client.config.user-service.read-timeout=6000",
            "resilience4j.timelimiter.instances.storage-upload.timeout-duration=30s",
            "resilience4j.timelimiter.instances.storage-delete.timeout-duration=30s",
            "resilience4j.timelimiter.instances.user-service.timeout-duration=30s",
            "resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state=10m",
            // one connection and one deletion, so that tests can use them up
            "spring.cloud.openfeign.httpclient.max-connections-per-route=1",
            "passport.avatar.max-concurrent-deletions=1"
        })
@ActiveProfiles("local")
abstract class AvatarUploadSetup {

    static final String PATH = "/api/v1.0/user/avatar";
    static final SignedInUser USER = new SignedInUser(42, "digest");

    @LocalServerPort
    int port;

    @Autowired
    private CallSignature signature;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    private SimpleDiscoveryProperties instances;

    @Autowired
    @Qualifier("deletions")
    private SimpleAsyncTaskExecutor deletions;

    @DynamicPropertySource
    static void stubs(DynamicPropertyRegistry registry) {
        registry.add(
                "spring.cloud.discovery.client.simple.instances.user-service[0].uri",
                RemoteStubs.USER_SERVICE::baseUrl);
        registry.add("passport.qiniu.upload-url", RemoteStubs::qiniuUrl);
        registry.add("passport.qiniu.management-url", RemoteStubs::qiniuUrl);
        registry.add("passport.qiniu.public-url", () -> RemoteStubs.qiniuUrl() + "/qiniu");
        registry.add("spring.servlet.multipart.location", UploadDirectory.PATH::toString);
    }

    @BeforeEach
    void endAllFailures() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        endQiniuFailures();
        callUserServiceAt(RemoteStubs.USER_SERVICE.baseUrl());
        RemoteStubs.USER_SERVICE.resetAll();
        userServiceSaves("null");
    }

    static void endQiniuFailures() {
        SignedCalls.send(faults().DELETE());
    }

    static void qiniuFails(String fault) {
        TestResponse response = SignedCalls.send(faults().POST(ofString("{\"provider\":\"qiniu\"," + fault + "}")));
        assertThat(response.status()).as(response.text()).isEqualTo(200);
    }

    private static HttpRequest.Builder faults() {
        return HttpRequest.newBuilder(URI.create(RemoteStubs.qiniuUrl() + "/faults"));
    }

    /**
     * Makes user-service save the URL.
     *
     * @param previous the URL of the previous avatar in JSON: quoted, or {@code null}
     */
    static void userServiceSaves(String previous) {
        userServiceAnswers(
                okJson("{\"errno\":\"0\",\"errmsg\":\"OK\",\"data\":{\"previous_avatar_url\":" + previous + "}}"));
    }

    static void userServiceAnswers(ResponseDefinitionBuilder response) {
        RemoteStubs.USER_SERVICE.stubFor(
                put(urlPathEqualTo("/internal/users/42/avatar")).willReturn(response));
    }

    static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    /** Changes the address of user-service in service discovery. */
    void callUserServiceAt(String url) {
        instances.getInstances().get("user-service").getFirst().setUri(URI.create(url));
    }

    CircuitBreaker breaker(String name) {
        return breakers.circuitBreaker(name);
    }

    /**
     * Waits until no deletion runs. Only one can run at a time, so there is none once another task was accepted. A deletion
     * starts before the upload is answered.
     */
    void awaitDeletions() {
        await().ignoreException(TaskRejectedException.class)
                .until(() -> deletions.submit(() -> true).get());
    }

    TestResponse upload(byte[] picture) {
        return send(MultipartBody.with("avatar", "me.jpg", "image/jpeg", picture));
    }

    TestResponse send(MultipartBody body) {
        return send(body.contentType(), body.bytes(), USER);
    }

    TestResponse send(String contentType, byte[] body, @Nullable SignedInUser user) {
        return SignedCalls.send(
                calls("gateway", user).signed("POST", PATH, ofByteArray(body)).header("Content-Type", contentType));
    }

    SignedCalls calls(String service, @Nullable SignedInUser user) {
        return new SignedCalls(port, signature, service, user, "203.0.113.7");
    }

    static void assertSaved(TestResponse response) {
        assertThat(response.text()).startsWith("{\"errno\":\"0\"");
    }

    static void assertRejected(TestResponse response, String errno, String text) {
        assertThat(response.line()).isEqualTo("200 " + errno + " " + text);
        assertThat(response.json().has("data")).isFalse();
    }

    static String urlIn(TestResponse response) {
        return response.json().at("/data/avatar_url").asString();
    }

    static TestResponse download(String url) {
        return SignedCalls.send(HttpRequest.newBuilder(URI.create(url)));
    }
}
