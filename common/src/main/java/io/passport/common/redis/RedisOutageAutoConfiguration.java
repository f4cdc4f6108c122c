package io.passport.common.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Makes a command fail at once while Redis is disconnected; by default Lettuce would queue it. When Redis is connected but does
 * not answer, at most 10,000 commands wait on a connection, each up to {@code spring.data.redis.timeout}; further ones fail at
 * once. Waits at most a second between attempts to reconnect. Applies to one server and to a cluster; other options of Boot stay.
 */
@AutoConfiguration
@ConditionalOnClass({ClientOptions.class, LettuceClientOptionsBuilderCustomizer.class})
class RedisOutageAutoConfiguration {

    /** For each connection: more than a busy instance sends in a second, and few enough for the heap. */
    private static final int MAX_QUEUED_COMMANDS = 10_000;

    /** Lettuce's own delays grow to 30 s. */
    private static final Duration MAX_RECONNECT_DELAY = Duration.ofSeconds(1);

    private static final Duration MIN_RECONNECT_DELAY = Duration.ofMillis(50);

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ClientResourcesBuilderCustomizer shortReconnectDelay() {
        return resources -> resources.reconnectDelay(Delay.fullJitter(
                MIN_RECONNECT_DELAY, MAX_RECONNECT_DELAY, MIN_RECONNECT_DELAY.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    LettuceClientOptionsBuilderCustomizer rejectCommandsWhileDisconnected() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MAX_QUEUED_COMMANDS);
    }
}
