package io.passport.gateway.edge;

import io.passport.common.api.Envelope;
import io.passport.gateway.session.OtherUserException;
import io.passport.gateway.session.SessionStoreUnavailableException;
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

/**
 * Answers every failure, of a filter or of a route, with an {@link Envelope}. Spring WebFlux calls it instead of Spring Boot's
 * handler. An {@link EdgeException} and a 4xx of the framework are answered with their own status; an {@link UpstreamFailure}
 * is 503; everything else is an internal error, logged at ERROR without messages. No exception's message is sent to the
 * client. If the answer has begun already, the failure is passed on, and the connection is closed.
 */
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
        EdgeException answer = answerFor(failure);
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        RequestMetrics.setErrno(exchange, answer.code().errno());
        response.setStatusCode(answer.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setCacheControl(CacheControl.noStore());
        if (answer.retryAfter() != null) {
            response.getHeaders()
                    .set(
                            HttpHeaders.RETRY_AFTER,
                            String.valueOf(answer.retryAfter().toSeconds()));
        }
        byte[] body = json.writeValueAsBytes(Envelope.of(answer.code(), answer.text()));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static EdgeException answerFor(Throwable failure) {
        if (failure instanceof EdgeException answer) {
            return answer;
        }
        if (failure instanceof SessionStoreUnavailableException) {
            return EdgeException.sessionStoreUnavailable();
        }
        if (failure instanceof OtherUserException) {
            return EdgeException.otherUser();
        }
        if (failure instanceof ResponseStatusException framework
                && framework.getStatusCode().is4xxClientError()) {
            return EdgeException.ofStatus(Objects.requireNonNull(
                    HttpStatus.resolve(framework.getStatusCode().value())));
        }
        if (UpstreamFailure.isCauseOf(failure)) {
            LOG.warn("A service is unavailable or its answer broke off: {}", failure.toString());
            return EdgeException.upstreamUnavailable();
        }
        LOG.error("Internal error", RedactedException.of(failure));
        return EdgeException.internalError();
    }
}
