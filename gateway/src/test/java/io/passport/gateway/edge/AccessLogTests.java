package io.passport.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.passport.gateway.GatewayTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalManagementPort;

class AccessLogTests extends GatewayTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(AccessLog.class);
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
        assertThat(lines()).singleElement().asString().startsWith("GET /api/v1.0/smscode/138****1234 503 ");
    }

    @Test
    void givesTheRequestsIdOnceEvenWhenAServiceNamesAnother() throws Exception {
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{}").withHeader("X-Request-Id", "of-the-service")));
        assertThat(send(request("/api/v1.0/user").header("X-Request-Id", "of-the-client"))
                        .headers()
                        .allValues("X-Request-Id"))
                .containsExactly("of-the-client");
    }

    private List<String> lines() {
        return List.copyOf(written.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
