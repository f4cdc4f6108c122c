package io.passport.gateway.edge;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets the pages of an allowed origin read every answer, the refusals of the gateway included; all others may read none. */
@Component
@Order(EdgeFilterOrder.CORS)
class CorsFilter implements EdgeFilter {

    private static final String ALLOWED = CorsFilter.class.getName();

    private final AllowedOrigins origins;

    CorsFilter(EdgeProperties properties) {
        this.origins = new AllowedOrigins(properties.allowedOrigins());
    }

    /** Whether an allowed origin does, or asks whether it may do, what one may do. */
    static boolean allows(ServerWebExchange exchange) {
        return exchange.getAttributes().containsKey(ALLOWED);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (origins.contain(exchange.getRequest().getHeaders()) && origins.addCorsHeaders(exchange)) {
            exchange.getAttributes().put(ALLOWED, true);
        }
        origins.addVaryOrigin(exchange.getResponse().getHeaders());
        return chain.filter(exchange);
    }
}
