package io.passport.gateway.edge;

import org.springframework.cloud.gateway.filter.ratelimit.RedisRateLimiter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limiter that {@link RateLimitFilter} uses. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    RedisRateLimiter redisRateLimiter(EdgeProperties properties) {
        EdgeProperties.RateLimit rateLimit = properties.rateLimit();
        return new RedisRateLimiter(rateLimit.requestsPerSecond(), rateLimit.burst());
    }
}
