package io.passport.media.avatar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart body as a browser writes it. */
final class MultipartBody {

    private static final String BOUNDARY = "----boundary7MA4YWxkTrZu0gW";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    static MultipartBody empty() {
        return new MultipartBody();
    }

    static MultipartBody with(String field, String fileName, String type, byte[] content) {
        return empty().file(field, fileName, type, content);
    }

    MultipartBody file(String field, String fileName, String type, byte[] content) {
        return part("name=\"" + field + "\"; filename=\"" + fileName + "\"\r\nContent-Type: " + type, content);
    }

    MultipartBody text(String field, String value) {
        return part("name=\"" + field + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    private MultipartBody part(String disposition, byte[] content) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] bytes() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }
}
