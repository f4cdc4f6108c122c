package io.passport.gateway.forwarding;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.passport.common.internalcall.CallSignature;
import io.passport.common.internalcall.Caller;
import io.passport.common.session.DeviceKey;
import io.passport.gateway.edge.ClientAddress;
import io.passport.gateway.session.ExpectedUserCheck;
import io.passport.gateway.session.SessionLookup;
import io.passport.gateway.session.TokenCookies;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.server.HttpServerRequest;

/**
 * The headers that a service receives: those of the client that the edge has not removed, and the caller header (user, client
 * address, device) with its signature. No cookies: services get digests of the tokens, never the tokens.
 */
@Component
class RequestHeaders {

    private static final String SELF = "gateway";

    private final CallSignature signature;
    private final Clock clock;

    RequestHeaders(CallSignature signature, Clock clock) {
        this.signature = signature;
        this.clock = clock;
    }

    /** Sets all headers of the request, except {@code Content-Length}, which the HTTP client sets. */
    void write(ServerWebExchange exchange, HttpClientRequest request) {
        HttpHeaders headers = request.requestHeaders();
        @Nullable String host = headers.get(HttpHeaderNames.HOST);
        headers.clear();
        EndToEndHeaders.add(clientHeaders(exchange), headers);
        headers.remove(HttpHeaderNames.COOKIE)
                .remove(HttpHeaderNames.CONTENT_LENGTH)
                .remove(ExpectedUserCheck.HEADER)
                .remove("Sec-Purpose");
        headers.set(HttpHeaderNames.HOST, host);
        setIfAbsent(headers, HttpHeaderNames.ACCEPT, "*/*");
        setIfAbsent(headers, HttpHeaderNames.USER_AGENT, "");
        sign(exchange, request, headers);
    }

    private static HttpHeaders clientHeaders(ServerWebExchange exchange) {
        HttpServerRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        return request.requestHeaders();
    }

    private static void setIfAbsent(HttpHeaders headers, CharSequence name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }

    private void sign(ServerWebExchange exchange, HttpClientRequest request, HttpHeaders headers) {
        Caller caller = new Caller(
                SELF,
                SessionLookup.userOf(exchange),
                ClientAddress.textOf(exchange),
                clock.instant(),
                TokenCookies.findOnly(exchange, DeviceKey.COOKIE, DeviceKey::ofToken)
                        .orElse(null));
        headers.set(Caller.HEADER, caller.header());
        headers.set(CallSignature.HEADER, signature.sign(request.method().name(), request.uri(), caller));
    }
}
