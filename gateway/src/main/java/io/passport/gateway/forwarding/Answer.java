package io.passport.gateway.forwarding;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.ReferenceCountUtil;
import io.passport.gateway.edge.RequestMetrics;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The answer of a service, on its way to the client. A short answer is passed on when all of it has arrived, a longer one part by
 * part. Status and headers are set when the first part is passed on; until then a failure can be answered otherwise.
 */
final class Answer {

    /** Longer answers, and those of unknown length, are not held in memory. */
    private static final int LONGEST_SHORT = 64 * 1024;

    private final HttpClientResponse from;
    private final Connection connection;
    private final ServerWebExchange exchange;
    private final ServerHttpResponse to;
    private final boolean isShort;
    private boolean begun;

    Answer(HttpClientResponse from, Connection connection, ServerWebExchange exchange) {
        this.from = from;
        this.connection = connection;
        this.exchange = exchange;
        this.to = exchange.getResponse();
        int length = from.responseHeaders().getInt(HttpHeaderNames.CONTENT_LENGTH, Integer.MAX_VALUE);
        this.isShort = length <= LONGEST_SHORT;
    }

    /** Whether all of it has arrived when it begins to be passed on. */
    boolean isShort() {
        return isShort;
    }

    /** @param onBegin called once, before anything is passed on */
    Mono<Void> write(Runnable onBegin) {
        return isShort ? writeWhole(onBegin) : writeParts(onBegin);
    }

    private Mono<Void> writeWhole(Runnable onBegin) {
        return connection
                .inbound()
                .receive()
                .collect(() -> connection.channel().alloc().buffer(), ByteBuf::writeBytes)
                .doOnDiscard(ByteBuf.class, ReferenceCountUtil::release)
                .flatMap(body -> {
                    begin(onBegin);
                    recordErrno(body);
                    return to.writeWith(Mono.just(buffers().wrap(body)));
                });
    }

    private void recordErrno(ByteBuf body) {
        String errno = EnvelopeErrno.of(body);
        if (errno != null) {
            RequestMetrics.setErrno(exchange, errno);
        }
    }

    private Mono<Void> writeParts(Runnable onBegin) {
        return to.writeWith(connection
                .inbound()
                .receive()
                .doOnNext(part -> begin(onBegin))
                .doOnComplete(() -> begin(onBegin))
                .map(part -> buffers().wrap(part.retain())));
    }

    private NettyDataBufferFactory buffers() {
        return (NettyDataBufferFactory) to.bufferFactory();
    }

    private void begin(Runnable onBegin) {
        if (begun) {
            return;
        }
        begun = true;
        onBegin.run();
        to.setStatusCode(HttpStatusCode.valueOf(from.status().code()));
        HttpServerResponse response = ServerHttpResponseDecorator.getNativeResponse(to);
        setHeaders(response.responseHeaders());
    }

    private void setHeaders(HttpHeaders headers) {
        EndToEndHeaders.add(from.responseHeaders(), headers);
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
    }
}
