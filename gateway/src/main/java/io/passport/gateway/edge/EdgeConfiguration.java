package io.passport.gateway.edge;

import org.springframework.cloud.gateway.filter.ratelimit.RedisRateLimiter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    RedisRateLimiter redisRateLimiter(EdgeProperties properties) {
        return new RedisRateLimiter(
                properties.rateLimit().requestsPerSecond(),
                properties.rateLimit().burst());
    }
}
