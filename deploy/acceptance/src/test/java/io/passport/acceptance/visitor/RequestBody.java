package io.passport.acceptance.visitor;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** The body of a request, with its {@code Content-Type}. */
public record RequestBody(String type, BodyPublisher content) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOUNDARY = "----passport-acceptance";

    /** A value as JSON. */
    public static RequestBody json(Object value) {
        return ofType("application/json", JSON.writeValueAsBytes(value));
    }

    /** Any bytes with the type of JSON. */
    public static RequestBody calledJson(byte[] bytes) {
        return ofType("application/json", bytes);
    }

    /** Any text with the type of JSON. */
    public static RequestBody calledJson(String text) {
        return calledJson(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes with a type. */
    public static RequestBody ofType(String type, byte[] bytes) {
        return new RequestBody(type, BodyPublishers.ofByteArray(bytes));
    }

    /** One file as {@code multipart/form-data}. */
    public static RequestBody file(String field, String fileName, byte[] content) {
        return files(field, fileName, content);
    }

    /** Several files of one field as {@code multipart/form-data}. */
    public static RequestBody files(String field, String fileName, byte[]... contents) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            form.writeBytes("""
                    --%s\r
                    Content-Disposition: form-data; name="%s"; filename="%s"\r
                    Content-Type: application/octet-stream\r
                    \r
                    """.formatted(BOUNDARY, field, fileName).getBytes(StandardCharsets.UTF_8));
            form.writeBytes(content);
            form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return ofType("multipart/form-data; boundary=" + BOUNDARY, form.toByteArray());
    }

    /** The same without {@code Content-Length}. */
    public RequestBody inChunks() {
        return new RequestBody(type, BodyPublishers.fromPublisher(content));
    }
}
