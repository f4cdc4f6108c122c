package io.passport.gateway.edge;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bounds a body's size, whether it is announced or comes in chunks, the time it may take, and what all bodies hold at the
 * same time. The time ends a slow upload here, so that it is never taken for a slow service.
 */
@Component
@Order(EdgeOrder.BODY_LIMIT)
class BodyLimit implements EdgeFilter {

    private static final String UPLOAD = "/api/v1.0/user/avatar";

    private final Bounds bodies;
    private final Bounds uploads;

    BodyLimit(EdgeSettings settings) {
        this.bodies = new Bounds(settings.bodyLimit(), settings.bodyTime(), new BodyRoom(settings.bodyRoom()));
        this.uploads = new Bounds(settings.uploadLimit(), settings.uploadTime(), new BodyRoom(settings.uploadRoom()));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Bounds bounds = exchange.getRequest().getPath().value().equals(UPLOAD) ? uploads : bodies;
        if (exchange.getRequest().getHeaders().getContentLength()
                > bounds.size().toBytes()) {
            return Mono.error(EdgeRefusal.bodyTooLarge());
        }
        BodyRoom.Share share = bounds.room().new Share();
        return chain.filter(exchange.mutate()
                        .request(new Bounded(exchange.getRequest(), bounds, share))
                        .build())
                .doFinally(end -> share.leave());
    }

    private record Bounds(DataSize size, Duration time, BodyRoom room) {}

    private static final class Bounded extends ServerHttpRequestDecorator {

        private final Bounds bounds;
        private final BodyRoom.Share share;

        private Bounded(ServerHttpRequest request, Bounds bounds, BodyRoom.Share share) {
            super(request);
            this.bounds = bounds;
            this.share = share;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody()
                    .<DataBuffer>handle((part, sink) -> {
                        EdgeRefusal refusal = refusalOf(part);
                        if (refusal == null) {
                            sink.next(part);
                        } else {
                            DataBufferUtils.release(part);
                            sink.error(refusal);
                        }
                    })
                    .takeUntilOther(Mono.delay(bounds.time()).then(Mono.error(EdgeRefusal::bodyTooSlow)));
        }

        private @Nullable EdgeRefusal refusalOf(DataBuffer part) {
            boolean room = share.take(part.readableByteCount());
            if (share.held() > bounds.size().toBytes()) {
                return EdgeRefusal.bodyTooLarge();
            }
            return room ? null : EdgeRefusal.flood();
        }
    }
}
