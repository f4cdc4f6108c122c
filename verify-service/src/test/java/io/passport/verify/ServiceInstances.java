package io.passport.verify;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.passport.common.internalcall.CallSignature;
import io.passport.testing.internalcall.SignedCalls;
import io.passport.testing.internalcall.TestResponse;
import io.passport.testing.server.RealMariaDb;
import io.passport.testing.server.RealRedis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Several instances of the service over one Redis, and a vendor that accepts and records every message. */
public final class ServiceInstances implements AutoCloseable {

    private final WireMockServer provider =
            new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();

    private ServiceInstances() {}

    /** Over an empty Redis. Settings are written {@code passport.sms-limit.budget=300/1m}. */
    public static ServiceInstances of(int instances, String... settings) {
        RealRedis.SHARED.empty();
        ServiceInstances fleet = new ServiceInstances();
        fleet.provider.start();
        fleet.provider.stubFor(
                post(urlPathEqualTo(RunningService.PROVIDER_PATH)).willReturn(okJson("{\"statusCode\":\"000000\"}")));
        for (int i = 0; i < instances; i++) {
            fleet.instances.add(fleet.instance(settings));
        }
        return fleet;
    }

    private ConfigurableApplicationContext instance(String... settings) {
        Stream<String> own = Stream.of(
                "server.port=0",
                "management.server.port=0",
                "spring.cloud.discovery.enabled=false",
                "spring.cloud.nacos.discovery.enabled=false",
                "spring.data.redis.port=" + RealRedis.SHARED.port(),
                // a slow machine must not look like an outage
                "spring.data.redis.timeout=10s",
                "passport.gateway-timeout=60s",
                "spring.datasource.url=" + RealMariaDb.url("passport_verify"),
                "passport.yuntongxun.base-url=" + provider.baseUrl());
        return new SpringApplicationBuilder(VerifyServiceApplication.class)
                .profiles("local")
                .run(Stream.concat(own, Arrays.stream(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    /** Removes all counts and recorded messages. */
    public void beginAnew() {
        RealRedis.SHARED.empty();
        provider.resetRequests();
    }

    /** Asks one of the instances for a code, with the right image code. */
    public TestResponse askFor(String mobile, String address, int instance) {
        return askFor(mobile, address, "register", instance);
    }

    /** As {@link #askFor(String, String, int)}, for another purpose. */
    public TestResponse askFor(String mobile, String address, String purpose, int instance) {
        ConfigurableApplicationContext service = instances.get(instance % instances.size());
        UUID id = UUID.randomUUID();
        RealRedis.SHARED.template().opsForValue().set("imagecode:" + id, "ACEF");
        int port = ((WebServerApplicationContext) service).getWebServer().getPort();
        return SignedCalls.ofGateway(port, service.getBean(CallSignature.class), address)
                .get("/api/v1.0/smscode/" + mobile + "?text=ACEF&purpose=" + purpose + "&id=" + id);
    }

    /** How many messages each number was sent. */
    public Map<String, Long> sentByNumber() {
        return provider.getAllServeEvents().stream()
                .map(event -> JsonMapper.shared()
                        .readTree(event.getRequest().getBodyAsString())
                        .path("to")
                        .asString())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Override
    public void close() {
        instances.forEach(ConfigurableApplicationContext::close);
        provider.stop();
    }
}
