package io.passport.gateway.forwarding;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.passport.gateway.GatewayIntegrationTest;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state=1h")
class CircuitBreakerIT extends GatewayIntegrationTest {

    private static final String USER = "/api/v1.0/user";

    /** {@code permitted-number-of-calls-in-half-open-state} */
    private static final int TRIAL_CALLS = 3;

    @Autowired
    private CircuitBreakerRegistry breakers;

    private CircuitBreaker breaker;

    @BeforeEach
    void reset() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        breaker = breakers.circuitBreaker("user-service");
    }

    @Test
    void requestWhenServiceHasFailedOftenThenAnswers503WithoutAskingIt() throws Exception {
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        await().until(() -> {
            assertThat(send(request(USER)).statusCode()).isEqualTo(503);
            return breaker.getState() == State.OPEN;
        });
        stubUserService();
        USER_SERVICE.resetRequests();
        HttpResponse<String> answer = send(request(USER));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).isEqualTo("{\"errno\":\"4500\",\"errmsg\":\"内部错误\"}");
        assertThat(receivedNothing()).isTrue();
    }

    @Test
    void requestWhenTrialCallsSucceedThenBreakerCloses() throws Exception {
        halfOpen();
        for (int i = 0; i < TRIAL_CALLS; i++) {
            assertThat(send(request(USER)).statusCode()).isEqualTo(200);
        }
        assertThat(breaker.getState()).isEqualTo(State.CLOSED);
    }

    @Test
    void requestWhenTrialCallsFailThenBreakerOpens() throws Exception {
        halfOpen();
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        for (int i = 0; i < TRIAL_CALLS; i++) {
            assertThat(send(request(USER)).statusCode()).isEqualTo(503);
        }
        assertThat(breaker.getState()).isEqualTo(State.OPEN);
    }

    @Test
    void requestWhenClientIsGoneThenItIsNoTrialCall() throws Exception {
        halfOpen();
        USER_SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(60_000)));
        for (int i = 0; i < TRIAL_CALLS; i++) {
            try (Socket client = new Socket("127.0.0.1", port)) {
                client.getOutputStream()
                        .write(("GET " + USER + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                int sent = i + 1;
                await().until(() -> USER_SERVICE.getAllServeEvents().size() == sent
                        || !USER_SERVICE.findAllUnmatchedRequests().isEmpty());
            }
        }
        stubUserService();
        await().until(() -> send(request(USER)).statusCode() == 200);
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void requestWhenServiceHasNoInstanceThenItDoesNotCount() throws Exception {
        for (int i = 0; i < 12; i++) {
            assertThat(send(request("/api/v1.0/imagecode/x")).statusCode()).isEqualTo(503);
        }
        CircuitBreaker ofVerify = breakers.circuitBreaker("verify-service");
        assertThat(ofVerify.getState()).isEqualTo(State.CLOSED);
        assertThat(ofVerify.getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    @Test
    void requestWhenBodyIsRefusedThenItDoesNotCount() throws Exception {
        for (int i = 0; i < 12; i++) {
            assertThat(send(request(USER + "/name").PUT(BodyPublishers.ofByteArray(new byte[70_000])))
                            .statusCode())
                    .isEqualTo(413);
        }
        assertThat(breaker.getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    private void halfOpen() {
        breaker.transitionToOpenState();
        breaker.transitionToHalfOpenState();
    }
}
