package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.gateway.GatewayIntegrationTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "passport.edge.rate-limit.loopback-exempt=false",
            "passport.edge.rate-limit.requests-per-second=1",
            "passport.edge.rate-limit.burst=3",
            "passport.edge.rate-limit.reject-delay=200ms"
        })
class RateLimitIT extends GatewayIntegrationTest {

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private StringRedisTemplate redis;

    @Test
    void requestWhenOneAddressSendsTooManyThenOnlyItGets429() throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(sendFrom("127.0.0.9", request("/api/v1.0/user")));
        }
        assertThat(answers.subList(0, 3)).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers).anySatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(answer.body()).contains("\"errno\":\"4201\"");
        });
        assertThat(sendFrom("127.0.0.10", request("/api/v1.0/user")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void rejectWhenRateIsExceededThenAnswerIsDelayed() throws Exception {
        int status = 200;
        long began = System.nanoTime();
        for (int i = 0; i < 20 && status == 200; i++) {
            began = System.nanoTime();
            status = sendFrom("127.0.0.11", request("/api/v1.0/user")).statusCode();
        }
        Duration waited = Duration.ofNanos(System.nanoTime() - began);
        assertThat(status).isEqualTo(429);
        assertThat(waited).isGreaterThan(Duration.ofMillis(190));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.13, GET, //", "127.0.0.14, DELETE, /api/v1.0/session", "127.0.0.15, OPTIONS, /api/v1.0/session"
    })
    void requestWhenRejectedForAnotherReasonThenItCounts(String address, String method, String path) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            statuses.add(sendFrom(
                            address,
                            request(path)
                                    .header("Origin", "https://evil.example")
                                    .header("Access-Control-Request-Method", "PUT")
                                    .method(method, HttpRequest.BodyPublishers.noBody()))
                    .statusCode());
        }
        assertThat(statuses).contains(429).containsAnyOf(403, 404).doesNotContain(200);
    }

    @Test
    void requestWhenAddressIsIpv6ThenItsSubnetCounts() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            statuses.add(fromIpv6("2001:db8:0:7:" + Integer.toHexString(i) + "::1"));
        }
        assertThat(statuses).contains(429);
        assertThat(fromIpv6("2001:db8:0:8::1")).isEqualTo(200);
    }

    @Test
    void requestWhenSentToManagementPortThenItDoesNotCount() throws Exception {
        HttpRequest.Builder probe =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness"));
        for (int i = 0; i < 20; i++) {
            assertThat(sendFrom("127.0.0.12", probe).statusCode()).isEqualTo(200);
        }
        assertThat(redis.keys("*127.0.0.12*")).isEmpty();
        sendFrom("127.0.0.12", request("/api/v1.0/user"));
        assertThat(redis.keys("*127.0.0.12*")).isNotEmpty();
    }

    private int fromIpv6(String client) throws Exception {
        return sendFrom("127.0.0.2", request("/api/v1.0/user").header("X-Forwarded-For", client))
                .statusCode();
    }
}
