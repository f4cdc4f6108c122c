package io.passport.gateway.edge;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Removes, before anything is decided, every header by which a client could pose as somebody or come from somewhere:
 * ours, those of proxies, and those of other products that services behind a gateway are known to believe.
 */
@Component
@Order(EdgeOrder.STRIPPING)
class HeaderStripping implements WebFilter {

    private static final List<String> PREFIXES = List.of(
            "x-passport-", "x-forwarded", "x-original-", "x-rewrite-", "x-envoy-", "x-auth-", "x-remote-", "x-user");

    private static final Set<String> NAMES = Set.of(
            "forwarded",
            "x-real-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "cf-connecting-ipv6",
            "fastly-client-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-http-method-override",
            "x-http-method",
            "x-method-override",
            "from-source",
            "from",
            "via",
            "user-id",
            "userid",
            "user-key",
            "user_id",
            "username",
            "x-uid",
            "x-account-id",
            "x-token-payload",
            "x-login-user",
            "authorization",
            "proxy-authorization",
            "satoken",
            "tenant-id",
            "x-tenant-id",
            "x-internal",
            "x-request-from",
            "remote-user",
            "x-ssl-client-cert",
            "x-client-cert");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(HeaderStripping::strip))
                .build());
    }

    private static void strip(HttpHeaders headers) {
        List.copyOf(headers.headerNames()).stream()
                .filter(HeaderStripping::isIdentity)
                .forEach(headers::remove);
    }

    private static boolean isIdentity(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
