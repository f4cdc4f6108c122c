package io.passport.emulators.qiniu;

import io.passport.emulators.http.Endpoint;
import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** {@code GET /qiniu/<key>}: the bucket's public domain. A missing object gets 404. Faults do not apply to it. */
public final class DownloadEndpoint implements Endpoint {

    private static final String PREFIX = "/qiniu/";

    private final Bucket bucket;

    /** Serves this bucket. */
    public DownloadEndpoint(Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public boolean accepts(Request request) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        return reads && request.path().startsWith(PREFIX);
    }

    @Override
    public Response answer(Request request) {
        try {
            return bucket.content(request.path().substring(PREFIX.length()))
                    .map(content -> served(request, content))
                    .orElseGet(() -> Response.json(404, Map.of("error", "Document not found")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response served(Request request, Bucket.Content content) {
        String etag = "\"" + content.object().hash() + "\"";
        boolean unchanged = request.header("If-None-Match").filter(etag::equals).isPresent();
        Response response = unchanged
                ? Response.empty(304)
                : Response.bytes(200, content.object().mimeType(), content.bytes());
        return response.with("ETag", etag)
                .with("Cache-Control", "public, max-age=31536000")
                .with("X-Content-Type-Options", "nosniff")
                // the inbox has the same origin: uploaded files must not run scripts there
                .with("Content-Security-Policy", "sandbox");
    }
}
