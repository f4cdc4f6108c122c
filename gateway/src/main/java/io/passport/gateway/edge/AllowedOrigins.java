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

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);

    /** Browsers ask again after two hours at the latest. */
    private static final Duration PREFLIGHT_MAX_AGE = Duration.ofHours(1);

    private final CorsProcessor cors = new DefaultCorsProcessor();
    private final List<String> origins;
    private final CorsConfiguration corsConfiguration;

    /** @throws IllegalArgumentException for what is no origin, wildcards and {@code null} among it */
    AllowedOrigins(List<String> origins) {
        origins.forEach(AllowedOrigins::requireExact);
        this.origins = List.copyOf(origins);
        this.corsConfiguration = corsConfigurationFor(this.origins);
    }

    private static void requireExact(String origin) {
        if (!origin.equals(serialized(origin))) {
            throw new IllegalArgumentException("passport.edge.allowed-origins: '" + origin
                    + "' is no origin as browsers write it, https://app.example.com or http://localhost:3000");
        }
    }

    /** RFC 6454, 6.2: scheme and host in lower case, and a port only if it is not the scheme's own. */
    private static @Nullable String serialized(String origin) {
        try {
            URI uri = new URI(origin.toLowerCase(Locale.ROOT));
            Integer usualPort = DEFAULT_PORTS.get(Objects.requireNonNullElse(uri.getScheme(), ""));
            if (usualPort == null || uri.getHost() == null) {
                return null;
            }
            String port = uri.getPort() < 0 || uri.getPort() == usualPort ? "" : ":" + uri.getPort();
            return uri.getScheme() + "://" + uri.getHost() + port;
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    private static CorsConfiguration corsConfigurationFor(List<String> origins) {
        CorsConfiguration corsConfiguration = new CorsConfiguration();
        corsConfiguration.setAllowedOrigins(origins);
        corsConfiguration.setAllowCredentials(true);
        corsConfiguration.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
        corsConfiguration.setAllowedHeaders(List.of(HttpHeaders.CONTENT_TYPE, "X-CSRFToken", RequestId.HEADER));
        corsConfiguration.setExposedHeaders(List.of(RequestId.HEADER, HttpHeaders.RETRY_AFTER));
        corsConfiguration.setMaxAge(PREFLIGHT_MAX_AGE);
        return corsConfiguration;
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
    boolean addCorsHeaders(ServerWebExchange exchange) {
        return cors.process(corsConfiguration, exchange);
    }

    /** What one origin may read differs from what another may, and so does the answer. */
    void addVaryOrigin(HttpHeaders answer) {
        if (!origins.isEmpty() && !answer.getVary().contains(HttpHeaders.ORIGIN)) {
            answer.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
    }
}
