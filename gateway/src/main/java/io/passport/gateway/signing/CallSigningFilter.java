package io.passport.gateway.signing;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;

import io.passport.common.internalcall.CallSignature;
import io.passport.common.internalcall.Caller;
import io.passport.common.session.DeviceKey;
import io.passport.gateway.edge.ClientAddress;
import io.passport.gateway.session.SessionLookup;
import io.passport.gateway.session.TokenCookies;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.ReactiveLoadBalancerClientFilter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Adds the caller header (user, client address, device) and its signature, after the load balancer has chosen the instance.
 * Removes the client's cookies: services get digests of the tokens, never the tokens. Spring Cloud Gateway calls it once for
 * each attempt of a request. It needs no Redis and rejects nothing.
 */
@Component
@Order(CallSigningFilter.AFTER_LOAD_BALANCER)
class CallSigningFilter implements GlobalFilter {

    static final int AFTER_LOAD_BALANCER = ReactiveLoadBalancerClientFilter.LOAD_BALANCER_CLIENT_FILTER_ORDER + 10;

    private static final String SELF = "gateway";

    private final CallSignature signature;
    private final Clock clock;

    CallSigningFilter(CallSignature signature, Clock clock) {
        this.signature = signature;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Caller caller = new Caller(
                SELF,
                SessionLookup.userOf(exchange),
                ClientAddress.textOf(exchange),
                clock.instant(),
                TokenCookies.findOnly(exchange, DeviceKey.COOKIE, DeviceKey::ofToken)
                        .orElse(null));
        String signed = signature.sign(exchange.getRequest().getMethod().name(), pathWithQuery(exchange), caller);
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(headers -> {
                    headers.set(Caller.HEADER, caller.header());
                    headers.set(CallSignature.HEADER, signed);
                    headers.remove(HttpHeaders.COOKIE);
                    // without this, the gateway's HTTP client would add its own name
                    headers.putIfAbsent(HttpHeaders.USER_AGENT, List.of(""));
                }))
                .build());
    }

    /** Path and query as the service will receive them. */
    private static String pathWithQuery(ServerWebExchange exchange) {
        URI target = URI.create(Objects.requireNonNull(exchange.<URI>getAttribute(GATEWAY_REQUEST_URL_ATTR))
                .toASCIIString());
        return target.getRawQuery() == null ? target.getRawPath() : target.getRawPath() + "?" + target.getRawQuery();
    }
}
