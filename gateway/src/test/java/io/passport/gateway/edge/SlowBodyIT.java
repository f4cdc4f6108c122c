package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.gateway.GatewayIntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A class of its own, because this timeout is too short for the other tests on a busy machine. */
@TestPropertySource(properties = "passport.edge.body-timeout=1s")
class SlowBodyIT extends GatewayIntegrationTest {

    @Test
    void requestWhenBodyDoesNotArriveInTimeThenAnswers400() throws Exception {
        String answer = sendRawSlowly("PUT /api/v1.0/user/name HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n"
                + "Content-Type: application/json\r\nConnection: close\r\n\r\n{");
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"errno\":\"4103\"");
    }
}
