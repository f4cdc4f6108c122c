package io.passport.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.gateway.CapturedLog;
import io.passport.gateway.GatewayIntegrationTest;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;

class AccessLogIT extends GatewayIntegrationTest {

    @RegisterExtension
    private final CapturedLog log = CapturedLog.of(AccessLog.class.getName());

    @LocalManagementPort
    private int managementPort;

    @Test
    void requestWhenItEndsThenOneLineIsLoggedExceptForManagementPort() throws Exception {
        HttpRequest.Builder health =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/liveness"));
        assertThat(send(health).statusCode()).isEqualTo(200);
        send(request("/api/v1.0/smscode/13800001234?text=abcd"));
        await().until(() -> !log.lines().isEmpty());
        assertThat(log.lines()).singleElement().asString().startsWith("INFO GET /api/v1.0/smscode/*** 503 ");
    }

    @Test
    void answerWhenServiceSetsARequestIdThenClientsIdReplacesIt() throws Exception {
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{}").withHeader("X-Request-Id", "of-the-service")));
        assertThat(send(request("/api/v1.0/user").header("X-Request-Id", "of-the-client"))
                        .headers()
                        .allValues("X-Request-Id"))
                .containsExactly("of-the-client");
    }
}
