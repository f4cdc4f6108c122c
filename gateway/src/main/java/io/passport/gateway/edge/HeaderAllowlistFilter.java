package io.passport.gateway.edge;

import io.passport.common.api.RequestId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Removes all request headers except those below, so that a client cannot forge identity or address headers. Rejects nothing.
 */
@Component
@Order(EdgeFilterOrder.HEADER_ALLOWLIST)
class HeaderAllowlistFilter implements EdgeFilter {

    private static final Set<String> ALLOWED_HEADERS = Set.of(
            "accept-encoding",
            "access-control-request-headers",
            "access-control-request-method",
            "content-length",
            "content-type",
            "cookie",
            "host",
            "if-modified-since",
            "if-none-match",
            "origin",
            "sec-fetch-site",
            "transfer-encoding",
            "user-agent",
            RequestId.HEADER.toLowerCase(Locale.ROOT));

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(HeaderAllowlistFilter::removeOthers))
                .build());
    }

    private static void removeOthers(HttpHeaders headers) {
        List.copyOf(headers.headerNames()).stream()
                .filter(header -> !ALLOWED_HEADERS.contains(header.toLowerCase(Locale.ROOT)))
                .forEach(headers::remove);
    }
}
