package io.passport.gateway.forwarding;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;

/** One request to a service: its attempts, and the answer of the last one. */
final class UpstreamCall {

    /** A refused connection has sent nothing, so this is safe for each method. */
    private static final int CONNECT_RETRIES = 2;

    private static final int BROKEN_RETRIES = 1;

    private final Upstream upstream;
    private final ServerWebExchange exchange;
    private final @Nullable ByteBuf body;
    private final HttpMethod method;
    private final String target;

    private volatile Deadline deadline = new Deadline();
    private boolean answered;
    private int refusedAttempts;
    private int brokenAttempts;

    UpstreamCall(Upstream upstream, ServerWebExchange exchange, @Nullable ByteBuf body) {
        ServerHttpRequest request = exchange.getRequest();
        this.upstream = upstream;
        this.exchange = exchange;
        this.body = body;
        this.method = HttpMethod.valueOf(request.getMethod().name());
        this.target = targetOf(request.getURI());
    }

    /** Path and query as they are sent and signed. */
    private static String targetOf(URI uri) {
        String target = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        return target.chars().allMatch(character -> character < 0x80)
                ? target
                : URI.create(target).toASCIIString();
    }

    /** Ends when the client has the whole answer. A cancelled call closes the connection to the instance. */
    Mono<Void> sendTo(Instance first, BreakerPermission permission) {
        return attempt(first, permission).doFinally(end -> {
            deadline.cancel();
            permission.release();
        });
    }

    private Mono<Void> attempt(Instance instance, BreakerPermission permission) {
        return instance.http()
                .request(method)
                .uri(target)
                .send(this::write)
                .responseConnection((response, connection) -> answer(response, connection, permission))
                .then()
                .or(deadline.expired())
                .onErrorResume(failure -> retryOrFail(failure, instance, permission));
    }

    private Publisher<Void> write(HttpClientRequest request, NettyOutbound outbound) {
        upstream.headers().write(exchange, request);
        outbound.withConnection(connection -> deadline.start(
                connection.channel().eventLoop(), upstream.settings().responseTimeout()));
        return body == null ? Mono.empty() : outbound.send(Mono.fromSupplier(body::retainedDuplicate));
    }

    private Mono<Void> answer(HttpClientResponse response, Connection connection, BreakerPermission permission) {
        Answer answer = new Answer(response, connection, exchange);
        return answer.write(() -> {
            answered = true;
            permission.succeeded();
            if (answer.isShort()) {
                deadline.cancel();
            } else {
                deadline.start(
                        connection.channel().eventLoop(), upstream.settings().answerTimeout());
            }
        });
    }

    private Mono<Void> retryOrFail(Throwable failure, Instance failed, BreakerPermission permission) {
        deadline.cancel();
        if (answered) {
            return Mono.error(failure);
        }
        Instance next = mayRetry(failure) ? upstream.instances().nextAfter(failed) : null;
        if (next == null) {
            permission.failed(failure);
            return Mono.error(failure);
        }
        deadline = new Deadline();
        return attempt(next, permission);
    }

    private boolean mayRetry(Throwable failure) {
        if (failure instanceof ConnectException) {
            return refusedAttempts++ < CONNECT_RETRIES;
        }
        return failure instanceof IOException
                && upstream.settings().retryGet()
                && method.equals(HttpMethod.GET)
                && brokenAttempts++ < BROKEN_RETRIES;
    }
}
