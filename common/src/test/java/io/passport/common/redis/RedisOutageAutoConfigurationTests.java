package io.passport.common.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

class RedisOutageAutoConfigurationTests {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(RedisOutageAutoConfiguration.class))
            .withPropertyValues("spring.data.redis.connect-timeout=7s");

    @Test
    void commandWhenTheOnlyServerIsUnavailableThenItFailsAtOnce() {
        options("spring.data.redis.host=127.0.0.1", this::failAtOnce);
    }

    @Test
    void commandWhenTheClusterIsUnavailableThenItFailsAtOnce() {
        options("spring.data.redis.cluster.nodes=127.0.0.1:1", options -> {
            assertThat(options).isInstanceOf(ClusterClientOptions.class);
            failAtOnce(options);
        });
    }

    @Test
    void customizeWhenBootSetOptionsThenTheyAreKept() {
        options("spring.data.redis.host=127.0.0.1", options -> {
            assertThat(options.getSocketOptions().getConnectTimeout()).isEqualTo(Duration.ofSeconds(7));
            assertThat(options.getTimeoutOptions().isTimeoutCommands()).isTrue();
        });
    }

    @Test
    void reconnectWhenRedisWasUnavailableForLongThenItRetriesWithinASecond() {
        service.withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
                .run(context -> assertThat(IntStream.range(1, 100)
                                .mapToObj(attempt -> context.getBean(ClientResources.class)
                                        .reconnectDelay()
                                        .createDelay(attempt)))
                        .allMatch(delay -> delay.isPositive() && delay.compareTo(Duration.ofSeconds(1)) <= 0));
    }

    @Test
    void autoConfigureWhenThereIsNoRedisClientThenThereAreNoBeans() {
        service.withClassLoader(new FilteredClassLoader(RedisClient.class.getPackageName()))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RedisOutageAutoConfiguration.class));
    }

    private void failAtOnce(ClientOptions options) {
        assertThat(options.getDisconnectedBehavior()).isEqualTo(DisconnectedBehavior.REJECT_COMMANDS);
        assertThat(options.getRequestQueueSize()).isEqualTo(10_000);
        assertThat(options.isAutoReconnect()).isTrue();
    }

    private void options(String setting, Consumer<ClientOptions> check) {
        service.withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
                .withPropertyValues(setting)
                .run(context -> check.accept(context.getBean(LettuceConnectionFactory.class)
                        .getClientConfiguration()
                        .getClientOptions()
                        .orElseThrow()));
    }
}
