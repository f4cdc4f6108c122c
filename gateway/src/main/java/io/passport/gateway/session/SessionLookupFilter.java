package io.passport.gateway.session;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Waits for the request's {@link SessionLookup} before the request is passed to a service. When Redis fails or does not answer
 * within {@code spring.data.redis.timeout}, a request with a session cookie fails with {@link
 * SessionStoreUnavailableException}. A record that cannot be read is an internal error. {@link ExpectedUserCheck} then compares
 * the user with the one that the client shows. Requests without a route do not wait.
 */
@Component
@Order(SessionLookupFilter.BEFORE_ROUTE_FILTERS)
class SessionLookupFilter implements GlobalFilter {

    static final int BEFORE_ROUTE_FILTERS = -100;

    /** Redis has extended the session already; an ended session must still be deleted when the client has gone. */
    private static final boolean DO_NOT_CANCEL = true;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var lookup = SessionLookup.lookupOf(exchange);
        return lookup == null
                ? chain.filter(exchange)
                : Mono.fromFuture(lookup, DO_NOT_CANCEL).then(Mono.defer(() -> pass(exchange, chain)));
    }

    private static Mono<Void> pass(ServerWebExchange exchange, GatewayFilterChain chain) {
        ExpectedUserCheck.check(exchange);
        return chain.filter(exchange);
    }
}
