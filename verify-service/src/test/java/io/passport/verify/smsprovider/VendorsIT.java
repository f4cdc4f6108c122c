package io.passport.verify.smsprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.passport.common.pii.Mobile;
import io.passport.testing.concurrency.Simultaneously;
import io.passport.testing.server.BlackholePort;
import io.passport.verify.EmulatedService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.core.env.ConfigurableEnvironment;

/** Each vendor by itself, then one standing in for another, over the emulators, which check what the vendors check. */
@ExtendWith(OutputCaptureExtension.class)
class VendorsIT extends EmulatedService {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final SmsMessage message = message();

    @Autowired
    private CircuitBreakerFactory<?, ?> breakerFactory;

    @Autowired
    private ConfigurableEnvironment environment;

    @ParameterizedTest
    @ValueSource(strings = {"aliyun", "tencent", "yuntongxun"})
    void sendWhenTheAccountIsRightThenSends(String vendor) {
        assertThat(emulated(vendor).send(message)).isEqualTo(new Delivery.Sent(vendor));
        assertThat(sendersTo(message)).containsExactly(vendor);
        assertThat(EMULATORS.newestTo(message.mobile().number()).get("code").asString())
                .isEqualTo("654321");
    }

    @ParameterizedTest
    @CsvSource({
        "yuntongxun, auth-token",
        "aliyun, access-key-secret",
        "aliyun, access-key-id",
        "aliyun, sign-name",
        "aliyun, template-code",
        "tencent, secret-key",
        "tencent, secret-id",
        "tencent, sdk-app-id",
        "tencent, sign-name",
        "tencent, template-id"
    })
    void sendWhenACredentialIsWrongThenRejected(String vendor, String setting, CapturedOutput log) {
        assertThat(emulated(vendor, setting, "other").send(message)).isEqualTo(new Delivery.Failed(vendor, "rejected"));
        assertThat(sendersTo(message)).isEmpty();
        assertThat(breaker(vendor).getMetrics().getNumberOfFailedCalls()).isZero();
        assertThat(log.getAll()).doesNotContain(message.mobile().number()).doesNotContain("654321");
    }

    @ParameterizedTest
    @CsvSource({"aliyun, PT1M", "tencent, PT30S"})
    void sendWhenTheVendorLimitsThenReturnsItsWait(String vendor, Duration retryAfter) {
        emulated(vendor).send(message);
        assertThat(emulated(vendor).send(message)).isEqualTo(new Delivery.Limited(vendor, retryAfter));
        assertThat(sendersTo(message)).hasSize(1);
        assertThat(breaker(vendor).getMetrics().getNumberOfFailedCalls()).isZero();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                        "\"kind\":\"status\",\"status\":500",
                        "\"kind\":\"status\",\"status\":503",
                        "\"kind\":\"status\",\"status\":302",
                        "\"kind\":\"hang\",\"millis\":8000",
                        "\"kind\":\"reset\"",
                        "\"kind\":\"refuse\"")
                .flatMap(fault ->
                        Stream.of("aliyun", "tencent", "yuntongxun").map(vendor -> Arguments.of(vendor, fault)));
    }

    /** The fault happens once, on a connection that was used before. A retry would send a message, which the inbox shows. */
    @ParameterizedTest
    @MethodSource("faults")
    void sendWhenAFaultStrikesThenUncertainWithoutARetry(String vendor, String fault) {
        SmsProvider provider = emulated(vendor);
        provider.send(message());
        EMULATORS.failOnce(vendor, fault);
        long start = System.nanoTime();
        assertThat(provider.send(message)).isEqualTo(new Delivery.Uncertain(vendor));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
        assertThat(sendersTo(message)).isEmpty();
        assertThat(breaker(vendor).getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aliyun", "tencent", "yuntongxun"})
    void sendWhenTheConnectionIsRefusedThenUnreachable(String vendor) {
        assertThat(emulated(vendor, "base-url", "http://127.0.0.1:1").send(message))
                .isEqualTo(new Delivery.Failed(vendor, "unreachable"));
        assertThat(breaker(vendor).getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aliyun", "tencent", "yuntongxun"})
    void sendWhenConnectingTimesOutThenUnreachable(String vendor) throws Exception {
        try (BlackholePort port = new BlackholePort()) {
            assertThat(emulated(vendor, "base-url", "http://127.0.0.1:" + port.port())
                            .send(message))
                    .isEqualTo(new Delivery.Failed(vendor, "unreachable"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aliyun", "tencent", "yuntongxun"})
    void sendWhenAVendorKeepsFailingThenTheCircuitOpensAndCloses(String vendor) {
        SmsProvider provider = emulated(vendor);
        EMULATORS.fail(vendor, "\"kind\":\"status\",\"status\":500");
        for (int i = 0; i < 3; i++) {
            assertThat(provider.send(message)).isEqualTo(new Delivery.Uncertain(vendor));
        }
        EMULATORS.endFaults();
        assertThat(provider.send(message)).isEqualTo(new Delivery.Failed(vendor, "circuit_open"));
        assertThat(sendersTo(message)).isEmpty();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> breaker(vendor).getState() == CircuitBreaker.State.HALF_OPEN);
        assertThat(List.of(provider.send(message()), provider.send(message()))).containsOnly(new Delivery.Sent(vendor));
        assertThat(breaker(vendor).getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void sendWhenVendorsFailThenTheLastSends() {
        SmsProvider providers = failover(
                emulated("yuntongxun", "base-url", "http://127.0.0.1:1"),
                emulated("aliyun", "access-key-secret", "other"),
                emulated("tencent"));
        for (int i = 0; i < 10; i++) {
            SmsMessage one = message();
            assertThat(providers.send(one)).isEqualTo(new Delivery.Sent("tencent"));
            assertThat(sendersTo(one)).containsExactly("tencent");
        }
        // open, or half open by now
        assertThat(breaker("yuntongxun").getState()).isNotEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void sendWhenFortySendSimultaneouslyThenOneMessageEach() throws Exception {
        SmsProvider providers = failover(
                emulated("yuntongxun", "base-url", "http://127.0.0.1:1"), emulated("aliyun"), emulated("tencent"));
        List<SmsMessage> messages =
                Stream.generate(VendorsIT::message).limit(40).toList();
        assertThat(Simultaneously.call(40, i -> providers.send(messages.get(i))))
                .containsOnly(new Delivery.Sent("aliyun"));
        assertThat(messages).allSatisfy(one -> assertThat(sendersTo(one)).containsExactly("aliyun"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"\"kind\":\"status\",\"status\":500", "\"kind\":\"hang\",\"millis\":8000", "\"kind\":\"reset\""})
    void sendWhenTheFirstIsUncertainThenAtMostOneMessageEach(String fault) throws Exception {
        SmsProvider providers = failover(emulated("aliyun"), emulated("tencent"));
        EMULATORS.fail("aliyun", fault);
        List<SmsMessage> messages =
                Stream.generate(VendorsIT::message).limit(40).toList();
        List<Delivery> deliveries = Simultaneously.call(40, i -> providers.send(messages.get(i)));
        for (int i = 0; i < 40; i++) {
            List<String> senders = sendersTo(messages.get(i));
            if (deliveries.get(i) instanceof Delivery.Sent) {
                assertThat(senders).containsExactly("tencent");
            } else {
                assertThat(deliveries.get(i)).isEqualTo(new Delivery.Uncertain("aliyun"));
                assertThat(senders).isEmpty();
            }
        }
        assertThat(deliveries).contains(new Delivery.Uncertain("aliyun"));
    }

    private static SmsMessage message() {
        Mobile mobile = new Mobile("139%08d".formatted(NUMBERS.incrementAndGet()));
        return new SmsMessage(mobile, "654321", Duration.ofMinutes(5));
    }

    private static List<String> sendersTo(SmsMessage message) {
        return EMULATORS.sendersTo(message.mobile().number());
    }

    private static SmsProvider failover(SmsProvider... providers) {
        List<Failover.Candidate> candidates = Stream.of(providers)
                .map(provider -> new Failover.Candidate(provider, 1, Duration.ofMillis(3_500)))
                .toList();
        return new Failover(candidates, Duration.ofSeconds(30), bound -> 0, System::nanoTime);
    }

    private SmsProvider emulated(String vendor) {
        return emulated(vendor, "base-url", "http://127.0.0.1:" + EMULATORS.port());
    }

    /** As the local profile has it, but for one setting. */
    private SmsProvider emulated(String vendor, String setting, String value) {
        String prefix = "passport." + vendor + ".";
        List<ConfigurationPropertySource> sources = new ArrayList<>();
        sources.add(new MapConfigurationPropertySource(Map.of(prefix + setting, value)));
        sources.add(new MapConfigurationPropertySource(
                Map.of(prefix + "base-url", "http://127.0.0.1:" + EMULATORS.port())));
        ConfigurationPropertySources.get(environment).forEach(sources::add);
        VendorAccount account = new Binder(sources, new PropertySourcesPlaceholdersResolver(environment))
                .bindOrCreate(
                        "passport." + vendor, SmsVendors.load().require(vendor).accountType());
        return new CircuitBreakingProvider(vendor, account.provider(), breakerFactory.create(vendor));
    }

    private CircuitBreaker breaker(String vendor) {
        return breakers.circuitBreaker(vendor);
    }
}
