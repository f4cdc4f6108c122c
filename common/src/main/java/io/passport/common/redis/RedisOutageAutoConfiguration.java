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
 * Lets a command fail at once while Redis is away, in place of keeping it until Redis is back, and bounds how many wait for
 * a Redis that is there and does not answer; one that is back is tried within a second. Changes what Boot set no further, of
 * one server and of a cluster alike.
 */
@AutoConfiguration
@ConditionalOnClass({ClientOptions.class, LettuceClientOptionsBuilderCustomizer.class})
class RedisOutageAutoConfiguration {

    /** Of one connection: more than a busy instance has under way in a second, and not so many that they fill the heap. */
    private static final int WAITING_COMMANDS = 10_000;

    /** So soon, at the latest, each try follows the one before; Lettuce's own delays grow to half a minute. */
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(1);

    private static final Duration SHORTEST_DELAY = Duration.ofMillis(50);

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ClientResourcesBuilderCustomizer redisIsFoundAgainSoon() {
        return resources -> resources.reconnectDelay(
                Delay.fullJitter(SHORTEST_DELAY, LONGEST_DELAY, SHORTEST_DELAY.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    LettuceClientOptionsBuilderCustomizer nothingWaitsForARedisThatIsAway() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(WAITING_COMMANDS);
    }
}
