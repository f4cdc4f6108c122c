package io.passport.acceptance.trust;

import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.SessionKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One line of {@code spoofed-headers.txt}: headers by which a client claims to be the victim or to come from
 * {@link #CLAIMED_ADDRESS}.
 *
 * @param line of the table
 * @param onTheWire without the end of its last line
 */
record SpoofedHeader(String line, String onTheWire) {

    /** Reserved for documentation (RFC 5737). */
    static final String CLAIMED_ADDRESS = "198.51.100.77";

    /** All headers of the table. */
    static List<SpoofedHeader> allAgainst(RegisteredUser victim) {
        String digest = SessionKeys.keyOf(victim.visitor().token()).substring("session:".length());
        Map<String, String> values = Map.of(
                "{id}",
                String.valueOf(victim.id()),
                "{mobile}",
                victim.mobile(),
                "{digest}",
                digest,
                "{caller}",
                "gateway;user=%d;session=%s;ip=%s;at=%d"
                        .formatted(victim.id(), digest, CLAIMED_ADDRESS, System.currentTimeMillis()),
                "{ip}",
                CLAIMED_ADDRESS,
                "\\t",
                "\t",
                "\\n",
                "\r\n",
                "\\l",
                "\n");
        return table().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> new SpoofedHeader(line, filled(line, values)))
                .toList();
    }

    private static String table() {
        try (var file = Objects.requireNonNull(SpoofedHeader.class.getResourceAsStream("spoofed-headers.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(String line, Map<String, String> values) {
        String filled = line;
        for (var value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    /** Whether it sends cookies, which can replace the real one. */
    boolean bringsCookies() {
        return line.startsWith("Cookie:");
    }

    @Override
    public String toString() {
        return line;
    }
}
