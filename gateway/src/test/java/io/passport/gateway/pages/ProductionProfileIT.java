package io.passport.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The gateway as in production, but without the rate limit, which needs Redis. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.cloud.nacos.discovery.enabled=false",
            "management.server.port=0",
            "passport.edge.rate-limit.loopback-exempt=true",
            "passport.edge.trusted-proxies=none",
            "passport.internal-calls.caller-keys.gateway=a-key-of-this-test-with-32-letters",
            "spring.data.redis.password=a-password-of-this-test"
        })
class ProductionProfileIT {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/pages/index.html",
                "/passport.js",
                "/inbox",
                "/docs",
                "/docs/openapi.json",
                "/v3/api-docs",
                "/v3/api-docs/swagger-config",
                "/swagger-ui/index.html",
                "/webjars/swagger-ui/index.html"
            })
    void requestWhenProfileIsNotLocalThenNoPageIsServed(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("\"errno\":\"4201\"");
        }
    }
}
