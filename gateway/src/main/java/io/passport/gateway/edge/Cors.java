package io.passport.gateway.edge;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets the pages of an allowed origin read every answer, the refusals of the gateway included; all others may read none. */
@Component
@Order(EdgeOrder.CORS)
class Cors implements EdgeFilter {

    private static final String ALLOWED = Cors.class.getName();

    private final AllowedOrigins origins;

    Cors(EdgeSettings settings) {
        this.origins = new AllowedOrigins(settings.allowedOrigins());
    }

    /** Whether an allowed origin does, or asks whether it may do, what one may do. */
    static boolean allows(ServerWebExchange exchange) {
        return exchange.getAttributes().containsKey(ALLOWED);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (origins.contain(exchange.getRequest().getHeaders()) && origins.letRead(exchange)) {
            exchange.getAttributes().put(ALLOWED, true);
        }
        origins.keepCachesApart(exchange.getResponse().getHeaders());
        return chain.filter(exchange);
    }
}
