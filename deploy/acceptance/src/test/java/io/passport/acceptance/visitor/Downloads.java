package io.passport.acceptance.visitor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;

/** What everybody can load by an address. */
public final class Downloads {

    private Downloads() {}

    /** The bytes there. */
    public static byte[] from(String url) {
        try (InputStream stream = URI.create(url).toURL().openStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
