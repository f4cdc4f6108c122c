package io.passport.verify.smscode;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.passport.common.pii.Mobile;
import io.passport.testing.server.RedisCluster;
import io.passport.testing.server.Signals;
import io.passport.verify.RunningService;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisClusterNode;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The service over three Redis nodes: every script finds all its keys on one of them. */
@TestPropertySource(properties = "spring.data.redis.timeout=1s")
class RedisClusterIT extends RunningService {

    private static final String SHARED = "smslimit:{shared}:sent";

    @Autowired
    private StringRedisTemplate cluster;

    @Autowired
    private RedisConnectionFactory connections;

    @Autowired
    private SmsCodes codes;

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry settings) throws Exception {
        String nodes = RedisCluster.start().ports().stream()
                .map(port -> "127.0.0.1:" + port)
                .collect(Collectors.joining(","));
        settings.add("spring.data.redis.cluster.nodes", () -> nodes);
    }

    @Test
    void consumeWhenRedisIsAClusterThenWorksForNumbersOnAllNodes() {
        for (int i = 0; i < 30; i++) {
            String mobile = "138000000%02d".formatted(i);
            assertThat(page("203.0.113." + i).askFor(mobile).line()).isEqualTo("200 0 发送成功");
            assertThat(page("203.0.113." + i).askFor(mobile).line()).startsWith("200 4201 ");

            SmsCode code = new SmsCode(Purpose.REGISTER, new Mobile(mobile), SmsCodeClient.lastCode(PROVIDER));
            ConsumptionId consumptionId = new ConsumptionId(UUID.randomUUID().toString());
            assertThat(codes.consume(code, consumptionId)).isEqualTo(VerificationResult.CONSUMED);
            assertThat(codes.release(Purpose.REGISTER, new Mobile(mobile), consumptionId))
                    .isTrue();
            assertThat(taken(mobile, code.digits())).contains("CONSUMED");
        }
    }

    @Test
    void sendWhenRedisIsAClusterAndTheVendorRejectsThenCompensates() {
        PROVIDER.stubFor(providerCall().willReturn(okJson("{\"statusCode\":\"160042\"}")));
        assertThat(page("198.51.100.1").askFor("13900000001").line()).startsWith("200 4301 ");
        assertThat(cluster.hasKey("smscode:register:{13900000001}")).isFalse();

        PROVIDER.stubFor(providerCall().willReturn(okJson("{\"statusCode\":\"000000\"}")));
        assertThat(page("198.51.100.1").askFor("13900000001").line()).isEqualTo("200 0 发送成功");
    }

    @Test
    void sendWhenTheNodeOfTheGlobalLimitsIsDownThenTheNumberIsReleased() {
        String mobile = Stream.iterate(13900000010L, i -> i + 1)
                .map(String::valueOf)
                .filter(number -> isElsewhere("smslimit:{" + number + "}"))
                .findFirst()
                .orElseThrow();
        UUID picture = Stream.generate(UUID::randomUUID)
                .filter(id -> isElsewhere("imagecode:" + id))
                .findFirst()
                .orElseThrow();
        cluster.opsForValue().set("imagecode:" + picture, "ACEF");
        long process = processOf(nodeOf(SHARED));
        Signals.send("STOP", process);
        try {
            assertThat(gatewayFor("198.51.100.2")
                            .get("/api/v1.0/smscode/" + mobile + "?text=ACEF&id=" + picture)
                            .line())
                    .isEqualTo("200 4001 数据库查询错误");
            assertThat(cluster.hasKey("smslimit:{" + mobile + "}")).isFalse();
        } finally {
            Signals.send("CONT", process);
        }
    }

    private boolean isElsewhere(String key) {
        return !nodeOf(key).equals(nodeOf(SHARED));
    }

    private RedisClusterNode nodeOf(String key) {
        try (var connection = connections.getClusterConnection()) {
            return connection.clusterGetNodeForKey(key.getBytes(StandardCharsets.UTF_8));
        }
    }

    private long processOf(RedisClusterNode node) {
        try (var connection = connections.getClusterConnection()) {
            return Long.parseLong(
                    connection.serverCommands().info(node, "server").getProperty("process_id"));
        }
    }

    private SmsCodeClient page(String address) {
        return new SmsCodeClient(gatewayFor(address), cluster);
    }

    private String taken(String mobile, String code) {
        return new String(
                service("user-service")
                        .post(
                                "/internal/sms-codes/consume",
                                "{\"purpose\":\"register\",\"mobile\":\"%s\",\"code\":\"%s\",\"consumption_id\":\"%s\"}"
                                        .formatted(mobile, code, UUID.randomUUID()))
                        .bytes(),
                StandardCharsets.UTF_8);
    }
}
