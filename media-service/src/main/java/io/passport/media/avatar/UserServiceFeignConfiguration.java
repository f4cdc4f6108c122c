package io.passport.media.avatar;

import feign.Request;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.cloud.openfeign.clientconfig.HttpClient5FeignConfiguration.HttpClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** How the one Feign client that names it waits, and that it tries once: its caller counts on no answer being a second one. */
class UserServiceFeignConfiguration {

    @Bean
    Request.Options timeouts(UserServiceProperties settings) {
        return new Request.Options(settings.connectTimeout(), settings.readTimeout(), false);
    }

    @Bean
    HttpClientBuilderCustomizer once() {
        return HttpClientBuilder::disableAutomaticRetries;
    }
}
