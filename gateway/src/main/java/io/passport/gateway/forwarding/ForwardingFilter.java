package io.passport.gateway.forwarding;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.ReferenceCountUtil;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Forwards each request with a route to the route's service, as the last filter. A request body is received whole before it is
 * sent, because a retry sends it again, and so that a slow client does not count as a slow service.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ForwardingFilter implements GlobalFilter {

    private final Upstreams upstreams;

    ForwardingFilter(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        Upstream upstream = upstreams.ofRoute(route.getId());
        return hasBody(exchange.getRequest().getHeaders())
                ? bodyOf(exchange.getRequest()).flatMap(body -> forward(upstream, exchange, body))
                : upstream.forward(exchange, null);
    }

    /** RFC 9112, 6.3: a request has a body only if one of two headers announces it. */
    private static boolean hasBody(HttpHeaders headers) {
        return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private static Mono<ByteBuf> bodyOf(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody())
                .map(NettyDataBufferFactory::toByteBuf)
                .defaultIfEmpty(Unpooled.EMPTY_BUFFER);
    }

    private static Mono<Void> forward(Upstream upstream, ServerWebExchange exchange, ByteBuf body) {
        return Mono.using(() -> body, held -> upstream.forward(exchange, held), ReferenceCountUtil::release);
    }
}
