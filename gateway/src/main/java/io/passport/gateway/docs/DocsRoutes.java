package io.passport.gateway.docs;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** {@code /docs/<service>} is the service's own description; {@code /docs} shows them all. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class DocsRoutes {

    @Bean
    RouteLocator descriptions(RouteLocatorBuilder routes) {
        RouteLocatorBuilder.Builder builder = routes.routes();
        for (String service : new String[] {"verify-service", "user-service", "media-service"}) {
            builder.route(
                    "docs-" + service,
                    route -> route.path("/docs/" + service)
                            .filters(filters -> filters.setPath("/v3/api-docs"))
                            .uri("lb://" + service));
        }
        return builder.build();
    }
}
