package io.passport.gateway.edge;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bounds a body's size, whether it is announced or comes in chunks, and the time it may take. The time ends a slow upload
 * here, so that it is never taken for a slow service.
 */
@Component
@Order(EdgeOrder.BODY_LIMIT)
class BodyLimit implements EdgeFilter {

    private static final String UPLOAD = "/api/v1.0/user/avatar";

    private final EdgeSettings settings;

    BodyLimit(EdgeSettings settings) {
        this.settings = settings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean upload = exchange.getRequest().getPath().value().equals(UPLOAD);
        long limit = (upload ? settings.uploadLimit() : settings.bodyLimit()).toBytes();
        if (exchange.getRequest().getHeaders().getContentLength() > limit) {
            return Mono.error(EdgeRefusal.bodyTooLarge());
        }
        Duration time = upload ? settings.uploadTime() : settings.bodyTime();
        return chain.filter(exchange.mutate()
                .request(new Bounded(exchange.getRequest(), limit, time))
                .build());
    }

    private static final class Bounded extends ServerHttpRequestDecorator {

        private final long limit;
        private final Duration time;

        private Bounded(ServerHttpRequest request, long limit, Duration time) {
            super(request);
            this.limit = limit;
            this.time = time;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> {
                AtomicLong received = new AtomicLong();
                return super.getBody()
                        .<DataBuffer>handle((part, sink) -> {
                            if (received.addAndGet(part.readableByteCount()) > limit) {
                                DataBufferUtils.release(part);
                                sink.error(EdgeRefusal.bodyTooLarge());
                            } else {
                                sink.next(part);
                            }
                        })
                        .takeUntilOther(Mono.delay(time).then(Mono.error(EdgeRefusal.bodyTooSlow())));
            });
        }
    }
}
