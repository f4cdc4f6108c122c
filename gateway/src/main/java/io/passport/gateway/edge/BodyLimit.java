package io.passport.gateway.edge;

import io.passport.common.internalcall.ClientSubnet;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
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
        String network = ClientSubnet.of(ClientAddress.textOf(exchange));
        return Mono.using(
                () -> bounds.room().shareOf(network),
                share -> chain.filter(exchange.mutate()
                        .request(new Bounded(exchange.getRequest(), bounds, share))
                        .build()),
                BodyRoom.Share::leave);
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
            AtomicLong received = new AtomicLong();
            return super.getBody()
                    .<DataBuffer>handle((part, sink) -> {
                        int bytes = part.readableByteCount();
                        if (received.addAndGet(bytes) > bounds.size().toBytes()) {
                            DataBufferUtils.release(part);
                            sink.error(EdgeRefusal.bodyTooLarge());
                        } else if (!share.take(bytes)) {
                            DataBufferUtils.release(part);
                            sink.error(EdgeRefusal.flood());
                        } else {
                            sink.next(part);
                        }
                    })
                    .takeUntilOther(Mono.delay(bounds.time()).then(Mono.error(EdgeRefusal::bodyTooSlow)));
        }
    }
}
