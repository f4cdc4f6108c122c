package io.passport.gateway.edge;

import io.netty.handler.codec.http.HttpHeaders;
import io.passport.common.api.RequestId;
import io.passport.common.pii.Masking;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * Sets the request id on the request and on the answer, and writes one log line per request. The line contains no query
 * (it can contain codes), only a {@link MaskedPath}, and the client's address without its host part. It has {@code gone}
 * instead of a status if the client closed the connection first.
 */
@Component
class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    /** Gives the request its id. The caller must write the entry when the request has ended. */
    Entry begin(ServerWebExchange exchange) {
        HttpHeaders headers = NativeHeaders.of(exchange.getRequest());
        String id = RequestId.orNew(headers.get(RequestId.HEADER));
        headers.set(RequestId.HEADER, id);
        // just before the answer is sent, so that it replaces an id that a service has set
        exchange.getResponse().beforeCommit(() -> {
            exchange.getResponse().getHeaders().set(RequestId.HEADER, id);
            return Mono.empty();
        });
        return new Entry(exchange, id);
    }

    /** The log line of one request. */
    record Entry(ServerWebExchange exchange, String id) {

        /** Writes the line. */
        void write(SignalType end, Duration duration) {
            LOG.info(
                    "{} {} {} {} ms from {} [{}]",
                    exchange.getRequest().getMethod(),
                    MaskedPath.of(exchange.getRequest().getPath().value()),
                    end == SignalType.CANCEL ? "gone" : status(),
                    duration.toMillis(),
                    Masking.maskAddress(ClientAddress.textOf(exchange)),
                    id);
        }

        private int status() {
            HttpStatusCode status = exchange.getResponse().getStatusCode();
            return status == null ? 200 : status.value();
        }
    }
}
