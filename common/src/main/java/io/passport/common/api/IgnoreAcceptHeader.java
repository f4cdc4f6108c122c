package io.passport.common.api;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers in the envelope whatever {@code Accept} says, and in the operation's own type where it has one, a picture's say.
 * Spring looks at the header when the operation has done its work: a 406 then would keep from the client what it has
 * already got, an account and the cookie of its session.
 */
final class IgnoreAcceptHeader implements WebMvcConfigurer {

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON, MediaType.ALL);
    }
}
