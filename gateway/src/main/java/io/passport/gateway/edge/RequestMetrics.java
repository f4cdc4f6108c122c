package io.passport.gateway.edge;

import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The timer {@code passport.gateway.requests}: how many requests there were and how long they took, by {@code route} ({@code
 * none} without a route) and {@code errno}: {@code 0}, the first two digits of another errno ({@code 41}), or {@code none} for
 * an answer that is no envelope, such as an image.
 */
@Component
public class RequestMetrics {

    private static final String ERRNO = RequestMetrics.class.getName() + ".errno";
    private static final String NONE = "none";
    private static final int CLASS_DIGITS = 2;

    private static final String NAME = "passport.gateway.requests";

    private final MeterRegistry registry;
    private final MeterProvider<Timer> requests;

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.requests = Timer.builder(NAME)
                .description("Requests by route and class of errno")
                .withRegistry(registry);
    }

    /** Called with the answer, with the envelope's {@code errno}. */
    public static void setErrno(ServerWebExchange exchange, String errno) {
        exchange.getAttributes().put(ERRNO, errno);
    }

    /** Forgets all requests, after a warm-up. */
    public void clear() {
        registry.find(NAME).meters().forEach(registry::remove);
    }

    /** Records a request that has ended. */
    void record(ServerWebExchange exchange, Duration duration) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        String errno = exchange.getAttributeOrDefault(ERRNO, NONE);
        requests.withTags("route", route == null ? NONE : route.getId(), "errno", errnoClass(errno))
                .record(duration);
    }

    private static String errnoClass(String errno) {
        return errno.equals(NONE) || errno.length() < CLASS_DIGITS ? errno : errno.substring(0, CLASS_DIGITS);
    }
}
