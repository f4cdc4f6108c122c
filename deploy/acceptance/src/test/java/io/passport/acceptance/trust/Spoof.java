package io.passport.acceptance.trust;

import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.SessionKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One line of the table {@code spoofed-headers.txt}: a header, or a few, by which a client claims to be a victim, or to come
 * from {@link #CLAIMED_ADDRESS}.
 *
 * @param line of the table
 * @param onTheWire without the end of its last line
 */
record Spoof(String line, String onTheWire) {

    /** Nobody has it (RFC 5737). */
    static final String CLAIMED_ADDRESS = "198.51.100.77";

    /** The whole table. */
    static List<Spoof> allAgainst(Member victim) {
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
                .map(line -> new Spoof(line, filled(line, values)))
                .toList();
    }

    private static String table() {
        try (var file = Objects.requireNonNull(Spoof.class.getResourceAsStream("spoofed-headers.txt"))) {
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

    /** Whether it brings cookies of its own, among which the real one may get lost. */
    boolean bringsCookies() {
        return line.startsWith("Cookie:");
    }

    @Override
    public String toString() {
        return line;
    }
}
