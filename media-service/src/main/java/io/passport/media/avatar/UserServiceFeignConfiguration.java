package io.passport.media.avatar;

import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.cloud.openfeign.clientconfig.HttpClient5FeignConfiguration.HttpClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Turns off HTTP retries: a repeated call would report the new avatar as the previous one. */
class UserServiceFeignConfiguration {

    @Bean
    HttpClientBuilderCustomizer noRetries() {
        return HttpClientBuilder::disableAutomaticRetries;
    }
}
