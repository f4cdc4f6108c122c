package io.passport.gateway.edge;

import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets every decision of the edge be made, in its order, before any route: for what comes from outside. The management
 * port has a context of its own that inherits this filter; what comes there passes untouched.
 */
@Component
@Order(EdgeFilterOrder.BEFORE_EVERYTHING)
class EdgeWebFilter implements WebFilter {

    private final ApplicationContext outside;
    private final List<EdgeFilter> filters;

    EdgeWebFilter(ApplicationContext outside, List<EdgeFilter> filters) {
        this.outside = outside;
        this.filters = List.copyOf(filters);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return outside.equals(exchange.getApplicationContext())
                ? from(0, chain).filter(exchange)
                : chain.filter(exchange);
    }

    private WebFilterChain from(int next, WebFilterChain routes) {
        return next == filters.size()
                ? routes
                : exchange -> Mono.defer(() -> filters.get(next).filter(exchange, from(next + 1, routes)));
    }
}
