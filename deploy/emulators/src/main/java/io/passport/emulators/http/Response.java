package io.passport.emulators.http;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** An answer, wholly in memory. */
public final class Response implements Outcome {

    private final int status;
    private final HttpHeaders headers = new DefaultHttpHeaders();
    private final byte[] body;

    private Response(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    /** An answer with this body as {@code application/json}. */
    public static Response json(int status, Object body) {
        return bytes(status, "application/json", JsonMapper.shared().writeValueAsBytes(body));
    }

    /** An answer with this text in UTF-8; the content type should say so. */
    public static Response text(int status, String contentType, String body) {
        return bytes(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer with these bytes. */
    public static Response bytes(int status, String contentType, byte[] body) {
        return new Response(status, body).with("Content-Type", contentType);
    }

    /** An answer that is its status alone. */
    public static Response empty(int status) {
        return new Response(status, new byte[0]);
    }

    /** Sets a header of this answer and returns it. */
    public Response with(String header, Object value) {
        headers.set(header, value);
        return this;
    }

    /** The status, which need not be one that RFC 9110 knows: Qiniu's go up to 701. */
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
