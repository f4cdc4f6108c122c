package io.passport.gateway.forwarding;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.cloud.gateway.route.RouteDefinition;

/**
 * How a route's requests are forwarded: its URI and its metadata in {@code application.yml}.
 *
 * @param service the host of the {@code lb://} URI; also the name of the circuit breaker
 * @param responseTimeout of one attempt: from the request until the answer's first part, or until all of a short answer
 * @param answerTimeout of a long answer: from its first part to its end; 60 s if it is not set
 * @param retryGet whether a {@code GET} is sent once more if the connection breaks before the answer; only for operations that
 *     change nothing
 */
record UpstreamSettings(
        String service,
        Duration responseTimeout,
        @DefaultValue("60s") Duration answerTimeout,
        boolean retryGet) {

    /** @throws RuntimeException if the URI is not {@code lb://}, or a key of the metadata is missing, unknown or malformed */
    static UpstreamSettings of(RouteDefinition route) {
        Map<String, Object> values = new HashMap<>(route.getMetadata());
        values.put("service", serviceOf(route));
        UpstreamSettings settings = new Binder(new MapConfigurationPropertySource(values))
                .bind("", Bindable.of(UpstreamSettings.class), new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .get();
        if (settings.responseTimeout() == null) {
            throw new IllegalArgumentException("Route " + route.getId() + " has no response-timeout");
        }
        return settings;
    }

    private static String serviceOf(RouteDefinition route) {
        URI uri = route.getUri();
        if (uri == null || !"lb".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("Route " + route.getId() + ": not lb://<service>: " + uri);
        }
        return uri.getHost();
    }
}
