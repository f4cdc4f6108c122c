package io.passport.media.avatar;

import feign.Request;
import org.springframework.context.annotation.Bean;

/** Belongs to the one Feign client that names it. */
class UserServiceTimeouts {

    @Bean
    Request.Options timeouts(UserServiceSettings settings) {
        return new Request.Options(settings.connectTimeout(), settings.readTimeout(), false);
    }
}
