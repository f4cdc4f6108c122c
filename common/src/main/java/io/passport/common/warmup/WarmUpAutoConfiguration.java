package io.passport.common.warmup;

import io.passport.common.internalcall.CallSignature;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Warms up each service with its {@link WarmUpTask} beans. */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableConfigurationProperties(WarmUpProperties.class)
class WarmUpAutoConfiguration {

    @Bean
    WarmUp warmUp(WarmUpProperties properties, ObjectProvider<WarmUpTask> tasks) {
        return new WarmUp(properties, tasks.orderedStream().toList());
    }

    @Bean
    SignedGet signedGet(CallSignature signature) {
        return new SignedGet(signature, Clock.systemUTC());
    }
}
