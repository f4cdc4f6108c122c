package io.passport.emulators.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The HTML page of the inbox.
 *
 * @param html the page, with the placeholder {@code {{rows}}}
 * @param contentSecurityPolicy allows only the page's own script, by its hash
 */
record PageTemplate(String html, String contentSecurityPolicy) {

    /** Reads the page from the jar, once at start-up. */
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
        return Base64.getEncoder().encodeToString(DigestUtils.sha256(script));
    }
}
