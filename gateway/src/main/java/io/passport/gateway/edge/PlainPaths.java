package io.passport.gateway.edge;

import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets only paths through that mean the same to everybody who reads them: segments of plain characters, none of them
 * empty or made of dots, nothing encoded, no parameters. No route needs more.
 */
@Component
@Order(EdgeOrder.PLAIN_PATHS)
class PlainPaths implements WebFilter {

    private static final Pattern PLAIN = Pattern.compile("/|(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)+/?");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getURI().getRawPath();
        return PLAIN.matcher(path).matches() ? chain.filter(exchange) : Mono.error(EdgeRefusal.noSuchRoute());
    }
}
