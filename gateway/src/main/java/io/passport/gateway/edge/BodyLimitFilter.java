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
@Order(EdgeFilterOrder.BODY_LIMIT)
class BodyLimitFilter implements EdgeFilter {

    private static final String UPLOAD = "/api/v1.0/user/avatar";

    private final Bounds bodies;
    private final Bounds uploads;

    BodyLimitFilter(EdgeProperties properties) {
        this.bodies = new Bounds(
                properties.maxBodySize(),
                properties.bodyTimeout(),
                new BodyMemoryBudget(properties.maxBufferedBodies()));
        this.uploads = new Bounds(
                properties.maxUploadSize(),
                properties.uploadTimeout(),
                new BodyMemoryBudget(properties.maxBufferedUploads()));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Bounds bounds = exchange.getRequest().getPath().value().equals(UPLOAD) ? uploads : bodies;
        if (exchange.getRequest().getHeaders().getContentLength()
                > bounds.size().toBytes()) {
            return Mono.error(EdgeException.bodyTooLarge());
        }
        String network = ClientSubnet.of(ClientAddressFilter.textOf(exchange));
        return Mono.using(
                () -> bounds.room().reservationFor(network),
                share -> chain.filter(exchange.mutate()
                        .request(new Bounded(exchange.getRequest(), bounds, share))
                        .build()),
                BodyMemoryBudget.Reservation::leave);
    }

    private record Bounds(DataSize size, Duration time, BodyMemoryBudget room) {}

    private static final class Bounded extends ServerHttpRequestDecorator {

        private final Bounds bounds;
        private final BodyMemoryBudget.Reservation share;

        private Bounded(ServerHttpRequest request, Bounds bounds, BodyMemoryBudget.Reservation share) {
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
                            sink.error(EdgeException.bodyTooLarge());
                        } else if (!share.take(bytes)) {
                            DataBufferUtils.release(part);
                            sink.error(EdgeException.tooManyRequests());
                        } else {
                            sink.next(part);
                        }
                    })
                    .takeUntilOther(Mono.delay(bounds.time()).then(Mono.error(EdgeException::bodyTooSlow)));
        }
    }
}
