package io.passport.gateway.edge;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Protects against CSRF: finds a write, or a {@code GET /smscode/{mobile}} (it sends an SMS), that another site's page caused,
 * and an SMS that a browser would fetch in advance, before its user wants it.
 * {@code Sec-Fetch-Site} decides if the browser sends it; otherwise {@code Origin} must name this host. Requests without either
 * header do not come from a current browser, so they are allowed. {@link EdgeWebFilter} answers 403 to the others, unless they
 * come from an {@linkplain AllowedOrigins allowed origin}.
 */
final class CrossSiteCheck {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final Pattern HAS_PORT = Pattern.compile(":[0-9]+$");
    private static final String SENDS_SMS = "/api/v1.0/smscode/";

    private CrossSiteCheck() {}

    static boolean isCrossSiteWrite(ServerHttpRequest request) {
        return changesSomething(request) && (isCrossSite(request.getHeaders()) || isPrefetch(request.getHeaders()));
    }

    private static boolean isPrefetch(HttpHeaders headers) {
        String purpose = headers.getFirst("Sec-Purpose");
        return purpose != null && purpose.startsWith("prefetch");
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
            URI site = URI.create(origin);
            return host != null
                    && site.getAuthority() != null
                    && withPort(host, site).equalsIgnoreCase(withPort(site.getAuthority(), site));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** The default port of the origin's scheme is the same as none. */
    private static String withPort(String authority, URI site) {
        return HAS_PORT.matcher(authority).find()
                ? authority
                : authority + ("https".equals(site.getScheme()) ? ":443" : ":80");
    }
}
