package io.passport.gateway.edge;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** One decision about a request from outside. No {@code WebFilter}, since the management port would inherit that. */
interface EdgeFilter {

    /** Passes the request on to the rest, or fails with the {@link EdgeException} that is its answer. */
    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain rest);
}
