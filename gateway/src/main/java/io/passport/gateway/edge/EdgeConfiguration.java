package io.passport.gateway.edge;

import org.springframework.cloud.gateway.filter.ratelimit.RedisRateLimiter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    RedisRateLimiter floodLimiter(EdgeSettings settings) {
        return new RedisRateLimiter(settings.requestsPerSecond(), settings.burst());
    }
}
