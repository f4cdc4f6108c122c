package io.passport.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.passport.gateway.GatewayIntegrationTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalManagementPort;

class AccessLogFilterIT extends GatewayIntegrationTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(AccessLogFilter.class);
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @LocalManagementPort
    private int managementPort;

    @BeforeEach
    void listen() {
        written.start();
        logger.addAppender(written);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(written);
    }

    @Test
    void writesALineForARequestAndNoneForTheManagementPort() throws Exception {
        HttpRequest.Builder health =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/liveness"));
        assertThat(send(health).statusCode()).isEqualTo(200);
        send(request("/api/v1.0/smscode/13800001234?text=abcd"));
        await().until(() -> !lines().isEmpty());
        assertThat(lines()).singleElement().asString().startsWith("GET /api/v1.0/smscode/*** 503 ");
    }

    @Test
    void givesTheRequestsIdOnceEvenWhenAServiceNamesAnother() throws Exception {
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{}").withHeader("X-Request-Id", "of-the-service")));
        assertThat(send(request("/api/v1.0/user").header("X-Request-Id", "of-the-client"))
                        .headers()
                        .allValues("X-Request-Id"))
                .containsExactly("of-the-client");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1.0/smscode/13800001234, /api/v1.0/smscode/***",
        "/api/v1.0/smscode/+8613800001234, /api/v1.0/smscode/***",
        "/api/v1.0/smscode/8613800001234, /api/v1.0/smscode/***",
        "/api/v1.0/smscode/138000012345, /api/v1.0/smscode/***",
        "/api/v1.0/smscode/138%200000%201234, /api/v1.0/smscode/***",
        "/api/v1.0/smscode/138-0000-1234, /api/v1.0/smscode/***",
        "/api/v1.0/smscode/%EF%BC%91%EF%BC%93, /api/v1.0/smscode/***",
        "/api/v1.0/smscode/138/0000/1234, /api/v1.0/smscode/***",
        "/api/v1.0/smscode/zhangsan/, /api/v1.0/smscode/***",
        "/api/v1.0/smscode%2F13800001234, /api/v1.0/***",
        "/api/v1.0/imagecode/3f2504e0-4f89-11d3-9a0c-0305e82c3301, /api/v1.0/imagecode/***",
        "/api/v1.0/sessions/abcdefgh, /api/v1.0/sessions/***",
        "/api/v1.0/user/name, /api/v1.0/user/name",
        "/api/v1.0/user/13800001234/, /api/v1.0/user/***/",
        "/api/v1.0/user;mobile=13800001234, /api/v1.0/***",
        "//13800001234//x, //***//x",
        "13800001234, ***",
        "/docs/user-service, /docs/user-service",
        "/index.html, /index.html",
        "/, /"
    })
    void leavesOutOfThePathWhateverAClientFilledIn(String path, String logged) {
        assertThat(MaskedPath.of(path)).isEqualTo(logged);
    }

    private List<String> lines() {
        return List.copyOf(written.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
