package io.passport.common.context;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Gives circuit breakers of servlet services an executor that keeps the request's context. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(name = "org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory")
class ContextAutoConfiguration {

    @Bean
    CircuitBreakerContextPropagation circuitBreakerContextPropagation() {
        return new CircuitBreakerContextPropagation();
    }
}
