package io.passport.acceptance.visitor;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** The body of a request, with its {@code Content-Type}. */
public record Body(String type, BodyPublisher content) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOUNDARY = "----passport-acceptance";

    /** A value as JSON. */
    public static Body json(Object value) {
        return ofType("application/json", JSON.writeValueAsBytes(value));
    }

    /** These bytes, whatever they are, called JSON. */
    public static Body calledJson(byte[] bytes) {
        return ofType("application/json", bytes);
    }

    /** This text, whatever it is, called JSON. */
    public static Body calledJson(String text) {
        return calledJson(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes of any type. */
    public static Body ofType(String type, byte[] bytes) {
        return new Body(type, BodyPublishers.ofByteArray(bytes));
    }

    /** One file in a form, as a page's {@code <input type=file>} sends it. */
    public static Body file(String field, String fileName, byte[] content) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes("""
                --%s\r
                Content-Disposition: form-data; name="%s"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(BOUNDARY, field, fileName).getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return ofType("multipart/form-data; boundary=" + BOUNDARY, form.toByteArray());
    }

    /** The same without an announced length. */
    public Body inChunks() {
        return new Body(type, BodyPublishers.fromPublisher(content));
    }
}
