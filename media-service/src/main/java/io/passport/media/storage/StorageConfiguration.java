package io.passport.media.storage;

import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the storage. Nothing connects to the vendor at start, so the service starts while the vendor is unavailable. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    AvatarStorage avatarStorage(ObjectStorage objects, CircuitBreakerFactory<?, ?> breakers) {
        return new AvatarStorage(objects, breakers);
    }
}
