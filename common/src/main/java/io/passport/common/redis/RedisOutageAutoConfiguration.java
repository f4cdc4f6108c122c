package io.passport.common.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Lets a command fail at once while Redis is away, in place of keeping it until Redis is back, and bounds how many wait for
 * a Redis that is there and does not answer. Changes what Boot set no further, of one server and of a cluster alike.
 */
@AutoConfiguration
@ConditionalOnClass({ClientOptions.class, LettuceClientOptionsBuilderCustomizer.class})
class RedisOutageAutoConfiguration {

    /** Of one connection: more than a busy instance has under way in a second, and not so many that they fill the heap. */
    private static final int WAITING_COMMANDS = 10_000;

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    LettuceClientOptionsBuilderCustomizer nothingWaitsForARedisThatIsAway() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(WAITING_COMMANDS);
    }
}
