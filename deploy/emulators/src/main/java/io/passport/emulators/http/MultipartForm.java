package io.passport.emulators.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A {@code multipart/form-data} body (RFC 7578). It never changes after {@link #of}. */
public final class MultipartForm {

    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, FilePart> files = new HashMap<>();

    private MultipartForm() {}

    /**
     * Reads the body of this request.
     *
     * @throws IOException if the body is not a multipart form
     */
    public static MultipartForm of(Request request) throws IOException {
        FullHttpRequest whole = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.POST, request.target(), Unpooled.wrappedBuffer(request.body()));
        whole.headers()
                .set(
                        HttpHeaderNames.CONTENT_TYPE,
                        request.header("Content-Type").orElse(""));
        var form = new MultipartForm();
        try {
            var decoder = new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), whole);
            try {
                form.readParts(decoder);
            } finally {
                decoder.destroy();
            }
        } catch (RuntimeException malformed) {
            throw new IOException("not a multipart form", malformed);
        }
        return form;
    }

    private void readParts(HttpPostMultipartRequestDecoder decoder) throws IOException {
        for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
            switch (part) {
                case Attribute field -> fields.putIfAbsent(field.getName(), field.getValue());
                case FileUpload file -> files.putIfAbsent(file.getName(), filePart(file));
                default -> throw new IOException("nested part " + part.getName());
            }
        }
    }

    private static FilePart filePart(FileUpload file) throws IOException {
        ByteBuf content = file.getByteBuf();
        // false: uses the buffer's own array if it can, because copies of large files need memory
        byte[] bytes = ByteBufUtil.getBytes(content, content.readerIndex(), content.readableBytes(), false);
        return new FilePart(file.getFilename(), file.getContentType(), bytes);
    }

    /** The first field of this name. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The first file of this name. */
    public Optional<FilePart> file(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
