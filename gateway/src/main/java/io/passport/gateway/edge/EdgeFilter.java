package io.passport.gateway.edge;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * One check of the edge; {@link EdgeWebFilter} calls it for each request. It is not a {@code WebFilter}, because the
 * management port would inherit it.
 */
interface EdgeFilter {

    /** Passes the request on to {@code chain}, or fails with the {@link EdgeException} that describes the answer. */
    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain);
}
