package io.passport.gateway.forwarding;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.support.NotFoundException;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** The service of a route: its instances and its circuit breaker. */
final class Upstream {

    private final UpstreamSettings settings;
    private final CircuitBreaker breaker;
    private final HttpClient http;
    private final RequestHeaders headers;
    private final Instances instances = new Instances();

    Upstream(UpstreamSettings settings, CircuitBreaker breaker, HttpClient http, RequestHeaders headers) {
        this.settings = settings;
        this.breaker = breaker;
        this.http = http;
        this.headers = headers;
    }

    /**
     * Sends the request to an instance and its answer to the client. Fails at once without an instance, or if the circuit breaker
     * is open. The circuit breaker counts one failure for a request without an answer, after its last attempt; a request without
     * an instance or whose client has gone does not count, and any answer is a success, whatever its status.
     *
     * @param body the caller's; it must stay readable until the returned Mono has ended
     */
    Mono<Void> forward(ServerWebExchange exchange, @Nullable ByteBuf body) {
        Instance instance = instances.next();
        if (instance == null) {
            return Mono.error(NotFoundException.create(false, "Unable to find instance for " + service()));
        }
        UpstreamCall call = new UpstreamCall(this, exchange, body);
        return breaker.tryAcquirePermission()
                ? call.sendTo(instance, new BreakerPermission(breaker))
                : Mono.error(new ServiceUnavailableException());
    }

    String service() {
        return settings.service();
    }

    UpstreamSettings settings() {
        return settings;
    }

    Instances instances() {
        return instances;
    }

    RequestHeaders headers() {
        return headers;
    }

    /** All requests go to this address until {@link #restore}. */
    void substitute(InetSocketAddress address) {
        instances.substitute(new Instance(address, http.remoteAddress(() -> address)));
    }

    /** Requests go to the instances; the circuit breaker forgets what happened before. */
    void restore() {
        instances.substitute(null);
        breaker.reset();
    }

    /** Replaces the instances. */
    void setInstances(List<InetSocketAddress> addresses) {
        instances.replace(addresses.stream()
                .map(address -> new Instance(address, http.remoteAddress(() -> address)))
                .toList());
    }
}
