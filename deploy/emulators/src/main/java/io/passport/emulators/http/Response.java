package io.passport.emulators.http;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP response with its whole body. An endpoint creates it for one request; it is not safe for concurrent use. */
public final class Response implements Outcome {

    private final int status;
    private final HttpHeaders headers = new DefaultHttpHeaders();
    private final byte[] body;

    private Response(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    /** A response with this body as {@code application/json}. */
    public static Response json(int status, Object body) {
        return bytes(status, "application/json", JsonMapper.shared().writeValueAsBytes(body));
    }

    /** A response with this text in UTF-8. The content type should name this charset. */
    public static Response text(int status, String contentType, String body) {
        return bytes(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A response with these bytes. */
    public static Response bytes(int status, String contentType, byte[] body) {
        return new Response(status, body).with("Content-Type", contentType);
    }

    /** A response without a body. */
    public static Response empty(int status) {
        return new Response(status, new byte[0]);
    }

    /** Sets a header and returns this response. */
    public Response with(String header, Object value) {
        headers.set(header, value);
        return this;
    }

    /** The HTTP status. Qiniu uses statuses up to 701, which RFC 9110 does not define. */
    public int status() {
        return status;
    }

    HttpHeaders headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
