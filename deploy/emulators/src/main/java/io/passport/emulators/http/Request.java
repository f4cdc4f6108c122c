package io.passport.emulators.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An HTTP request with its whole body. It never changes, so threads may share it. */
public final class Request {

    private final int localPort;
    private final HttpMethod method;
    private final String target;
    private final HttpHeaders headers;
    private final byte[] body;
    private final String path;
    private final Map<String, List<String>> query;

    /**
     * Copies the body, so that Netty's buffer can be released.
     *
     * @throws IllegalArgumentException if the target is not percent-encoded UTF-8
     */
    Request(FullHttpRequest received, int localPort) {
        this.localPort = localPort;
        method = received.method();
        target = received.uri();
        headers = received.headers();
        body = ByteBufUtil.getBytes(received.content());
        var decoder = new QueryStringDecoder(target);
        path = decoder.path();
        query = decoder.parameters();
    }

    /** The local port of the connection. */
    public int localPort() {
        return localPort;
    }

    /** The method, in capitals: {@code POST}. */
    public String method() {
        return method.name();
    }

    /** The path and query as sent, percent-encoded. Clients sign the target in this form. */
    public String target() {
        return target;
    }

    /** The path, percent-decoded, without the query. */
    public String path() {
        return path;
    }

    /** Whether this is a request with this method for exactly this path. */
    public boolean matches(String method, String path) {
        return method().equals(method) && this.path.equals(path);
    }

    /** The first query parameter of this name, decoded. */
    public Optional<String> query(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The first header of this name, ignoring case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** All headers as sent. */
    public List<Map.Entry<String, String>> headers() {
        return headers.entries();
    }

    /** The media type in lower case without its parameters, {@code application/json}; empty if there is none. */
    public String mediaType() {
        return header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The body; empty if there is none. Not a copy: callers must not change it. */
    public byte[] body() {
        return body;
    }
}
