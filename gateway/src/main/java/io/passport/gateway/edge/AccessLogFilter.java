package io.passport.gateway.edge;

import io.passport.common.api.RequestId;
import io.passport.common.pii.Masking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * Sets the request id on the request and on the answer, and writes one log line per request. The line contains no query
 * (it can contain codes), only a {@link MaskedPath}, and the client's address without its host part. It has {@code gone}
 * instead of a status if the client closed the connection first.
 */
@Component
@Order(EdgeFilterOrder.ACCESS_LOG)
class AccessLogFilter implements EdgeFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLogFilter.class);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String id = RequestId.orNew(exchange.getRequest().getHeaders().getFirst(RequestId.HEADER));
        long startedAt = System.nanoTime();
        ServerWebExchange identified = exchange.mutate()
                .request(request -> request.headers(headers -> headers.set(RequestId.HEADER, id)))
                .build();
        // just before the answer is sent, so that it replaces an id that a service has set
        identified.getResponse().beforeCommit(() -> {
            identified.getResponse().getHeaders().set(RequestId.HEADER, id);
            return Mono.empty();
        });
        return chain.filter(identified).doFinally(end -> log(identified, id, startedAt, end));
    }

    private static void log(ServerWebExchange exchange, String id, long startedAt, SignalType end) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        LOG.info(
                "{} {} {} {} ms from {} [{}]",
                exchange.getRequest().getMethod(),
                MaskedPath.of(exchange.getRequest().getPath().value()),
                end == SignalType.CANCEL ? "gone" : statusOf(status),
                (System.nanoTime() - startedAt) / 1_000_000,
                clientOf(exchange),
                id);
    }

    private static String statusOf(@Nullable HttpStatusCode status) {
        return status == null ? "200" : String.valueOf(status.value());
    }

    private static String clientOf(ServerWebExchange exchange) {
        return Masking.maskAddress(ClientAddressFilter.textOf(exchange));
    }
}
