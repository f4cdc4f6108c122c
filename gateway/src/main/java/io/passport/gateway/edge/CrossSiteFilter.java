package io.passport.gateway.edge;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * What another site's page may cause. Refuses its writes, and the GET that sends an SMS: {@code Sec-Fetch-Site} decides
 * where the browser sends it; an older browser's {@code Origin} must name this host. A client that sends neither is no
 * browser and carries nobody's cookies but its own. The pages of an allowed origin may call as the own ones do.
 */
@Component
@Order(EdgeFilterOrder.CROSS_SITE)
class CrossSiteFilter implements EdgeFilter {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final String SENDS_SMS = "/api/v1.0/smscode/";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        boolean preflight = CorsUtils.isPreFlightRequest(request);
        if (!CorsFilter.allows(exchange) && (preflight || isCrossSiteWrite(request))) {
            return Mono.error(EdgeException.crossSite());
        }
        // the question before a request; its answer stands in the headers
        return preflight ? Mono.empty() : chain.filter(exchange);
    }

    private static boolean isCrossSiteWrite(ServerHttpRequest request) {
        return changesSomething(request) && isCrossSite(request.getHeaders());
    }

    private static boolean changesSomething(ServerHttpRequest request) {
        return !READS.contains(request.getMethod()) || request.getPath().value().startsWith(SENDS_SMS);
    }

    private static boolean isCrossSite(HttpHeaders headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        if (site != null) {
            return !OWN_SITE.contains(site);
        }
        String origin = headers.getFirst(HttpHeaders.ORIGIN);
        return origin != null && !isHost(origin, headers.getFirst(HttpHeaders.HOST));
    }

    private static boolean isHost(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
