package io.passport.gateway.edge;

import io.passport.common.api.RequestId;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsProcessor;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;

/** The other front ends whose pages may call, as {@code passport.edge.allowed-origins} names them; none by default. */
final class AllowedOrigins {

    private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);

    /** Browsers ask again after two hours at the latest. */
    private static final Duration ANSWER_TO_PREFLIGHT_LASTS = Duration.ofHours(1);

    private final CorsProcessor cors = new DefaultCorsProcessor();
    private final List<String> origins;
    private final CorsConfiguration rights;

    /** @throws IllegalArgumentException for what is no origin, wildcards and {@code null} among it */
    AllowedOrigins(List<String> origins) {
        origins.forEach(AllowedOrigins::refuseUnlessExact);
        this.origins = List.copyOf(origins);
        this.rights = rightsOf(this.origins);
    }

    private static void refuseUnlessExact(String origin) {
        if (!origin.equals(asBrowsersWriteIt(origin))) {
            throw new IllegalArgumentException("passport.edge.allowed-origins: '" + origin
                    + "' is no origin as browsers write it, https://app.example.com or http://localhost:3000");
        }
    }

    /** RFC 6454, 6.2: scheme and host in lower case, and a port only if it is not the scheme's own. */
    private static @Nullable String asBrowsersWriteIt(String origin) {
        try {
            URI uri = new URI(origin.toLowerCase(Locale.ROOT));
            Integer usualPort = USUAL_PORTS.get(Objects.requireNonNullElse(uri.getScheme(), ""));
            if (usualPort == null || uri.getHost() == null) {
                return null;
            }
            String port = uri.getPort() < 0 || uri.getPort() == usualPort ? "" : ":" + uri.getPort();
            return uri.getScheme() + "://" + uri.getHost() + port;
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    private static CorsConfiguration rightsOf(List<String> origins) {
        CorsConfiguration rights = new CorsConfiguration();
        rights.setAllowedOrigins(origins);
        rights.setAllowCredentials(true);
        rights.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
        rights.setAllowedHeaders(List.of(HttpHeaders.CONTENT_TYPE, "X-CSRFToken", RequestId.HEADER));
        rights.setExposedHeaders(List.of(RequestId.HEADER, HttpHeaders.RETRY_AFTER));
        rights.setMaxAge(ANSWER_TO_PREFLIGHT_LASTS);
        return rights;
    }

    boolean contain(HttpHeaders request) {
        List<String> named = request.getOrEmpty(HttpHeaders.ORIGIN);
        return named.size() == 1 && origins.contains(named.getFirst());
    }

    /**
     * Lets the page read the answer, whoever will give it.
     *
     * @return false for what even an allowed origin may not do
     */
    boolean letRead(ServerWebExchange exchange) {
        return cors.process(rights, exchange);
    }

    /** What one origin may read differs from what another may, and so does the answer. */
    void keepCachesApart(HttpHeaders answer) {
        if (!origins.isEmpty() && !answer.getVary().contains(HttpHeaders.ORIGIN)) {
            answer.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
    }
}
