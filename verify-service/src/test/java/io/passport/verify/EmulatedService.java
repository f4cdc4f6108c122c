package io.passport.verify;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.passport.common.internalcall.CallSignature;
import io.passport.testing.internalcall.SignedCalls;
import io.passport.testing.server.RealMariaDb;
import io.passport.testing.server.RealRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service with a real Redis and all vendors emulated; Yuntongxun is unreachable. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.cloud.discovery.enabled=false",
            "spring.cloud.nacos.discovery.enabled=false",
            // a slow machine must not look like an outage
            "spring.data.redis.timeout=10s",
            "passport.gateway-timeout=60s",
            "passport.yuntongxun.base-url=http://127.0.0.1:1",
            "resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state=2s"
        })
@ActiveProfiles("local")
public abstract class EmulatedService {

    protected static final EmulatedVendors EMULATORS = EmulatedVendors.SHARED;

    @LocalServerPort
    private int port;

    @Autowired
    private CallSignature signature;

    @Autowired
    protected CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry settings) {
        settings.add("spring.data.redis.port", RealRedis.SHARED::port);
        settings.add("spring.datasource.url", () -> RealMariaDb.url("passport_verify"));
        settings.add("PASSPORT_EMULATORS_PORT", EMULATORS::port);
    }

    @BeforeEach
    void beginAnew() {
        RealRedis.SHARED.empty();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @AfterEach
    void endFaults() {
        EMULATORS.endFaults();
    }

    /** Calls as the gateway makes them for a client of this address. */
    protected SignedCalls gatewayFor(String address) {
        return SignedCalls.ofGateway(port, signature, address);
    }
}
