package io.passport.common.api;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Ignores the {@code Accept} header: an answer is JSON, or the operation's own type, such as an image. Spring checks the
 * header after the handler ran; a 406 would then lose a session cookie that was already issued.
 */
final class IgnoreAcceptHeader implements WebMvcConfigurer {

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON, MediaType.ALL);
    }
}
