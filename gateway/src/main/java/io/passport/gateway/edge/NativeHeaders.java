package io.passport.gateway.edge;

import io.netty.handler.codec.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.netty.http.server.HttpServerRequest;

/** Netty's headers of a request. A change is visible in Spring's headers of the request too, without a copy. */
final class NativeHeaders {

    private NativeHeaders() {}

    static HttpHeaders of(ServerHttpRequest request) {
        HttpServerRequest nettyRequest = ServerHttpRequestDecorator.getNativeRequest(request);
        return nettyRequest.requestHeaders();
    }
}
