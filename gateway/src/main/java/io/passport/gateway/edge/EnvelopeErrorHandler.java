package io.passport.gateway.edge;

import io.passport.common.api.Envelope;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Whatever goes wrong in the gateway itself is answered here, in the envelope; no exception's own message leaves. */
@Component
@Order(-2)
class EnvelopeErrorHandler implements ErrorWebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(EnvelopeErrorHandler.class);

    private final JsonMapper json;

    EnvelopeErrorHandler(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        EdgeException refusal = answerFor(failure);
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        response.setStatusCode(refusal.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setCacheControl(CacheControl.noStore());
        if (refusal.retryAfter() != null) {
            response.getHeaders()
                    .set(
                            HttpHeaders.RETRY_AFTER,
                            String.valueOf(refusal.retryAfter().toSeconds()));
        }
        byte[] body = json.writeValueAsBytes(Envelope.of(refusal.code()));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static EdgeException answerFor(Throwable failure) {
        if (failure instanceof EdgeException refusal) {
            return refusal;
        }
        if (failure instanceof ResponseStatusException framework
                && framework.getStatusCode().is4xxClientError()) {
            return EdgeException.ofStatus(Objects.requireNonNull(
                    HttpStatus.resolve(framework.getStatusCode().value())));
        }
        if (UpstreamFailure.isCauseOf(failure)) {
            LOG.warn("A service could not be reached, or an answer broke off: {}", failure.toString());
            return EdgeException.upstreamUnavailable();
        }
        LOG.error("A fault of the gateway's own", RedactedException.of(failure));
        return EdgeException.internalError();
    }
}
