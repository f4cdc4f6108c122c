package io.passport.gateway.pages;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Redirects {@code /inbox} to the emulators' SMS inbox. A page does not know the emulators' port. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class InboxRedirectConfiguration {

    @Bean
    RouterFunction<ServerResponse> inbox(@Value("${passport.pages.inbox}") URI inbox) {
        return RouterFunctions.route(
                RequestPredicates.GET("/inbox"),
                request -> ServerResponse.temporaryRedirect(inbox).build());
    }
}
