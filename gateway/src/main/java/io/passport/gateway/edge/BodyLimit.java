package io.passport.gateway.edge;

import io.passport.common.internalcall.ClientSubnet;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Limits the size of a request body (413), the time that it may take to arrive (400), and the memory of all bodies in
 * progress (429). The size counts for chunked bodies too. A body that ends early or has malformed chunks is answered with
 * 400. The timeout here makes sure that a slow upload does not count as a slow service.
 */
@Component
class BodyLimit {

    private static final Logger LOG = LoggerFactory.getLogger(BodyLimit.class);
    private static final String UPLOAD = "/api/v1.0/user/avatar";

    private final Limits bodies;
    private final Limits uploads;

    BodyLimit(EdgeProperties properties) {
        this.bodies = new Limits(
                properties.maxBodySize(),
                properties.bodyTimeout(),
                new BodyMemoryBudget(properties.maxBufferedBodies()));
        this.uploads = new Limits(
                properties.maxUploadSize(),
                properties.uploadTimeout(),
                new BodyMemoryBudget(properties.maxBufferedUploads()));
    }

    /** Whether the announced length is too large. */
    boolean isTooLarge(ServerHttpRequest request) {
        return request.getHeaders().getContentLength()
                > limitsFor(request).maxSize().toBytes();
    }

    /** Passes the request on; a request with a body gets a {@link LimitedRequest}. */
    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!hasBody(exchange.getRequest().getHeaders())) {
            return chain.filter(exchange);
        }
        Limits limits = limitsFor(exchange.getRequest());
        String subnet = ClientSubnet.of(ClientAddress.textOf(exchange));
        return Mono.using(
                () -> limits.budget().reservationFor(subnet),
                reservation -> chain.filter(exchange.mutate()
                        .request(new LimitedRequest(exchange, limits, reservation))
                        .build()),
                BodyMemoryBudget.Reservation::release);
    }

    private Limits limitsFor(ServerHttpRequest request) {
        return request.getPath().value().equals(UPLOAD) ? uploads : bodies;
    }

    /** A request has a body if it has one of these headers (RFC 9112, 6). */
    private static boolean hasBody(HttpHeaders headers) {
        return headers.containsHeader(HttpHeaders.CONTENT_LENGTH)
                || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private record Limits(DataSize maxSize, Duration timeout, BodyMemoryBudget budget) {}

    private static final class LimitedRequest extends ServerHttpRequestDecorator {

        private final ServerHttpResponse response;
        private final Limits limits;
        private final BodyMemoryBudget.Reservation reservation;

        private LimitedRequest(ServerWebExchange exchange, Limits limits, BodyMemoryBudget.Reservation reservation) {
            super(exchange.getRequest());
            this.response = exchange.getResponse();
            this.limits = limits;
            this.reservation = reservation;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            AtomicLong received = new AtomicLong();
            return super.getBody()
                    .onErrorMap(LimitedRequest::incomplete)
                    .concatWith(Mono.defer(this::requireComplete))
                    .<DataBuffer>handle((part, sink) -> {
                        int bytes = part.readableByteCount();
                        if (received.addAndGet(bytes) > limits.maxSize().toBytes()) {
                            DataBufferUtils.release(part);
                            sink.error(EdgeException.bodyTooLarge());
                        } else if (!reservation.tryReserve(bytes)) {
                            DataBufferUtils.release(part);
                            sink.error(EdgeException.tooManyRequests());
                        } else {
                            sink.next(part);
                        }
                    })
                    .takeUntilOther(Mono.delay(limits.timeout()).then(Mono.error(EdgeException::bodyTooSlow)));
        }

        /** After a malformed chunk Netty sends 400 by itself and ends the body as if it were complete. */
        private Mono<DataBuffer> requireComplete() {
            HttpServerResponse nettyResponse = ServerHttpResponseDecorator.getNativeResponse(response);
            return nettyResponse.hasSentHeaders() ? Mono.error(EdgeException.bodyIncomplete()) : Mono.empty();
        }

        /** Reading fails only because of the client: it closed the connection. */
        private static EdgeException incomplete(Throwable failure) {
            LOG.debug("A request body is incomplete", RedactedException.of(failure));
            return EdgeException.bodyIncomplete();
        }
    }
}
