package io.passport.verify;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.passport.common.internalcall.CallSignature;
import io.passport.testing.internalcall.SignedCalls;
import io.passport.testing.server.RealMariaDb;
import io.passport.testing.server.RealRedis;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service over real HTTP with a real Redis, and a vendor whose responses a test sets. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.cloud.discovery.enabled=false",
            "spring.cloud.nacos.discovery.enabled=false",
            // a slow machine must not look like an outage
            "spring.data.redis.timeout=10s",
            "passport.gateway-timeout=60s",
            "passport.sms.providers=yuntongxun",
            "resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state=2s"
        })
@ActiveProfiles("local")
public abstract class RunningService {

    /** The path of the vendor that receives messages. */
    protected static final String PROVIDER_PATH = "/2013-12-26/Accounts/local-only-yuntongxun-account/SMS/TemplateSMS";

    protected static final WireMockServer PROVIDER =
            new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());

    @LocalServerPort
    private int port;

    @Autowired
    private CallSignature signature;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry settings) {
        PROVIDER.start();
        // its first response is slow and would count as a fault
        SignedCalls.send(HttpRequest.newBuilder(URI.create(PROVIDER.baseUrl())));
        settings.add("spring.data.redis.port", RealRedis.SHARED::port);
        settings.add("spring.datasource.url", () -> RealMariaDb.url("passport_verify"));
        settings.add("passport.yuntongxun.base-url", PROVIDER::baseUrl);
    }

    @BeforeEach
    void beginAnew() {
        RealRedis.SHARED.empty();
        breakers.circuitBreaker("yuntongxun").reset();
        PROVIDER.resetAll();
        PROVIDER.stubFor(providerCall().willReturn(okJson("{\"statusCode\":\"000000\"}")));
    }

    protected static MappingBuilder providerCall() {
        return post(urlPathEqualTo(PROVIDER_PATH));
    }

    protected static StringRedisTemplate redis() {
        return RealRedis.SHARED.template();
    }

    /** Calls of the gateway for a client at this address. */
    protected SignedCalls gatewayFor(String address) {
        return SignedCalls.ofGateway(port, signature, address);
    }

    /** Calls of another service. */
    protected SignedCalls service(String name) {
        return SignedCalls.of(port, signature, name);
    }
}
