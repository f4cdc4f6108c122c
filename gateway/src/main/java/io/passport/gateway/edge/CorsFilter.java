package io.passport.gateway.edge;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Adds CORS headers for pages of an allowed origin, so that they can read every answer, errors of the gateway included.
 * Pages of other origins can read no answer. This filter rejects nothing; {@link CrossSiteFilter} does.
 */
@Component
@Order(EdgeFilterOrder.CORS)
class CorsFilter implements EdgeFilter {

    private static final String ALLOWED = CorsFilter.class.getName();

    private final AllowedOrigins origins;

    CorsFilter(EdgeProperties properties) {
        this.origins = new AllowedOrigins(properties.allowedOrigins());
    }

    /** Whether the request or preflight comes from an allowed origin and CORS allows it. {@link CrossSiteFilter} calls it. */
    static boolean allows(ServerWebExchange exchange) {
        return exchange.getAttributes().containsKey(ALLOWED);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (origins.contains(exchange.getRequest().getHeaders()) && origins.addCorsHeaders(exchange)) {
            exchange.getAttributes().put(ALLOWED, true);
        }
        origins.addVaryOrigin(exchange.getResponse().getHeaders());
        return chain.filter(exchange);
    }
}
