package io.passport.gateway.edge;

import io.passport.gateway.session.SessionLookup;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Examines every request from outside before a route is chosen. The checks decide first, in one pass. Then the rate limit
 * counts the request, also one that is rejected, and its 429 comes before another rejection. Only Redis and a request body make
 * a request wait.
 *
 * <p>It is the gateway's only {@link WebFilter}, because the management port's context inherits each {@code WebFilter} bean:
 * requests to the management port pass unchanged. When the request is rejected, {@link EnvelopeErrorHandler} answers.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class EdgeWebFilter implements WebFilter {

    private final ApplicationContext publicContext;
    private final AccessLog accessLog;
    private final ClientAddress clientAddress;
    private final AllowedOrigins allowedOrigins;
    private final RateLimit rateLimit;
    private final SessionLookup sessions;
    private final BodyLimit bodyLimit;
    private final RequestMetrics metrics;

    EdgeWebFilter(
            ApplicationContext publicContext,
            AccessLog accessLog,
            ClientAddress clientAddress,
            RateLimit rateLimit,
            SessionLookup sessions,
            BodyLimit bodyLimit,
            RequestMetrics metrics,
            EdgeProperties properties) {
        this.publicContext = publicContext;
        this.accessLog = accessLog;
        this.clientAddress = clientAddress;
        this.allowedOrigins = new AllowedOrigins(properties.allowedOrigins());
        this.rateLimit = rateLimit;
        this.sessions = sessions;
        this.bodyLimit = bodyLimit;
        this.metrics = metrics;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain routes) {
        if (!publicContext.equals(exchange.getApplicationContext())) {
            return routes.filter(exchange);
        }
        long startedAt = System.nanoTime();
        AccessLog.Entry logEntry = accessLog.begin(exchange);
        clientAddress.find(exchange);
        HeaderAllowlist.removeOthers(exchange.getRequest());
        return Mono.defer(() -> decide(exchange, routes)).doFinally(end -> {
            Duration duration = Duration.ofNanos(System.nanoTime() - startedAt);
            logEntry.write(end, duration);
            metrics.record(exchange, duration);
        });
    }

    private Mono<Void> decide(ServerWebExchange exchange, WebFilterChain routes) {
        boolean allowedOrigin = allowedOrigins.addCorsHeaders(exchange);
        boolean preflight = CorsUtils.isPreFlightRequest(exchange.getRequest());
        EdgeException rejection = rejection(exchange, allowedOrigin, preflight);
        if (rejection == null && !preflight) {
            // before the rate limit's answer, so that both commands are sent together
            sessions.start(exchange);
        }
        return rateLimit.count(exchange, () -> {
            if (rejection != null) {
                return Mono.error(rejection);
            }
            // the CORS headers are the answer to a preflight
            return preflight ? Mono.empty() : bodyLimit.filter(exchange, routes);
        });
    }

    private @Nullable EdgeException rejection(ServerWebExchange exchange, boolean allowedOrigin, boolean preflight) {
        if (!allowedOrigin && (preflight || CrossSiteCheck.isCrossSiteWrite(exchange.getRequest()))) {
            return EdgeException.crossSite();
        }
        if (!preflight && !CanonicalPathCheck.isCanonical(exchange.getRequest())) {
            return EdgeException.pathNotCanonical();
        }
        return bodyLimit.isTooLarge(exchange.getRequest()) ? EdgeException.bodyTooLarge() : null;
    }
}
