package io.passport.acceptance.visitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;

/** Downloads a public URL. */
public final class Download {

    private Download() {}

    /** The content of a URL. */
    public static byte[] from(String url) {
        try (InputStream stream = URI.create(url).toURL().openStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
