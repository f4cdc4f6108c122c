package io.passport.gateway.edge;

import io.passport.common.api.RequestId;
import io.passport.gateway.session.ExpectedUserCheck;
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

/**
 * The origins of other front ends that may call the API: {@code passport.edge.allowed-origins}, none by default. Pages of
 * other origins can read no answer. {@link EdgeWebFilter} makes it at start-up.
 */
final class AllowedOrigins {

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);

    /** How long a browser may cache the answer to a preflight. */
    private static final Duration PREFLIGHT_MAX_AGE = Duration.ofHours(1);

    private final CorsProcessor cors = new DefaultCorsProcessor();
    private final List<String> origins;
    private final CorsConfiguration corsConfiguration;

    /** @throws IllegalArgumentException if a value is not an exact origin, such as a wildcard or {@code null} */
    AllowedOrigins(List<String> origins) {
        origins.forEach(AllowedOrigins::requireExact);
        this.origins = List.copyOf(origins);
        this.corsConfiguration = corsConfigurationFor(this.origins);
    }

    private static void requireExact(String origin) {
        if (!origin.equals(serialized(origin))) {
            throw new IllegalArgumentException(
                    "passport.edge.allowed-origins: '" + origin
                            + "' is not an origin as browsers write it; examples: https://app.example.com, http://localhost:3000");
        }
    }

    /** The origin as RFC 6454, 6.2 writes it: scheme and host in lower case, no default port. Null if it is no origin. */
    private static @Nullable String serialized(String origin) {
        try {
            URI uri = new URI(origin.toLowerCase(Locale.ROOT));
            Integer defaultPort = DEFAULT_PORTS.get(Objects.requireNonNullElse(uri.getScheme(), ""));
            if (defaultPort == null || uri.getHost() == null) {
                return null;
            }
            String port = uri.getPort() < 0 || uri.getPort() == defaultPort ? "" : ":" + uri.getPort();
            return uri.getScheme() + "://" + uri.getHost() + port;
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    private static CorsConfiguration corsConfigurationFor(List<String> origins) {
        CorsConfiguration configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(origins);
        configuration.setAllowCredentials(true);
        configuration.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
        configuration.setAllowedHeaders(
                List.of(HttpHeaders.CONTENT_TYPE, "X-CSRFToken", RequestId.HEADER, ExpectedUserCheck.HEADER));
        configuration.setExposedHeaders(List.of(RequestId.HEADER, HttpHeaders.RETRY_AFTER));
        configuration.setMaxAge(PREFLIGHT_MAX_AGE);
        return configuration;
    }

    /**
     * Adds the CORS headers to the answer if the request or preflight comes from an allowed origin, so that its page can read
     * every answer, errors of the gateway included.
     *
     * @return whether CORS allows the request; false if it comes from no allowed origin, or if the preflight asks for a method
     *     or a header that is not allowed
     */
    boolean addCorsHeaders(ServerWebExchange exchange) {
        if (origins.isEmpty()) {
            return false;
        }
        boolean allowed = contains(exchange.getRequest().getHeaders()) && cors.process(corsConfiguration, exchange);
        addVaryOrigin(exchange.getResponse().getHeaders());
        return allowed;
    }

    /** Whether the request has exactly one {@code Origin} header, and it is allowed. */
    private boolean contains(HttpHeaders request) {
        List<String> values = request.getOrEmpty(HttpHeaders.ORIGIN);
        return values.size() == 1 && origins.contains(values.getFirst());
    }

    /** The CORS headers depend on the request's origin. */
    private static void addVaryOrigin(HttpHeaders response) {
        if (!response.getVary().contains(HttpHeaders.ORIGIN)) {
            response.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
    }
}
