package io.passport.emulators.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The page around the rows of the inbox.
 *
 * @param html the page with {@code {{script}}} filled in and {@code {{rows}}} still open
 * @param contentSecurityPolicy allows this one script, by its hash, and nothing else that could run
 */
record PageTemplate(String html, String contentSecurityPolicy) {

    static PageTemplate load() {
        String script = resource("inbox.js");
        String policy =
                "default-src 'none'; connect-src 'self'; style-src 'unsafe-inline'; script-src 'sha256-%s'; frame-ancestors 'none'"
                        .formatted(sha256(script));
        return new PageTemplate(resource("inbox.html").replace("{{script}}", script), policy);
    }

    String filled(String rows) {
        return html.replace("{{rows}}", rows);
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(PageTemplate.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}
