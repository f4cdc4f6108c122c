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
 * Runs all {@link EdgeFilter}s, in the order of {@link EdgeFilterOrder}, before a route is chosen. It is the gateway's only
 * {@link WebFilter}, because the management port's context inherits each {@code WebFilter} bean: requests to the management
 * port pass unchanged. When a filter fails, the later ones do not run, and {@link EnvelopeErrorHandler} answers.
 */
@Component
@Order(EdgeFilterOrder.EDGE)
class EdgeWebFilter implements WebFilter {

    private final ApplicationContext publicContext;
    private final List<EdgeFilter> filters;

    EdgeWebFilter(ApplicationContext publicContext, List<EdgeFilter> filters) {
        this.publicContext = publicContext;
        this.filters = List.copyOf(filters);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return publicContext.equals(exchange.getApplicationContext())
                ? chainFrom(0, chain).filter(exchange)
                : chain.filter(exchange);
    }

    private WebFilterChain chainFrom(int next, WebFilterChain routes) {
        return next == filters.size()
                ? routes
                : exchange -> Mono.defer(() -> filters.get(next).filter(exchange, chainFrom(next + 1, routes)));
    }
}
