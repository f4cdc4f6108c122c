package io.passport.common.lifecycle;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.annotation.Bean;

/** Adds the early deregistration wherever a registry is in use. */
@AutoConfiguration(afterName = "com.alibaba.cloud.nacos.registry.NacosServiceRegistryAutoConfiguration")
@ConditionalOnClass(ServiceRegistry.class)
class LifecycleAutoConfiguration {

    @Bean
    @ConditionalOnBean({ServiceRegistry.class, Registration.class})
    DeregistrationBeforeShutdown deregistrationBeforeShutdown(
            ServiceRegistry<Registration> registry,
            Registration self,
            @Value("${passport.shutdown-notice:3s}") Duration notice) {
        return new DeregistrationBeforeShutdown(registry, self, notice);
    }
}
