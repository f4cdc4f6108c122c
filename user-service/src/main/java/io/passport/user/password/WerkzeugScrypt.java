package io.passport.user.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * {@code scrypt:32768:8:1$salt$hex}, the format of newer Flask applications ({@code werkzeug.security}): N, r and p, a key of 64
 * bytes; the salt is the bytes of its text. Limits: 64 MiB, p at most 4.
 */
final class WerkzeugScrypt implements HashFormat {

    private static final int KEY_BYTES = 64;
    private static final long MAX_BYTES = 64L << 20;
    private static final Pattern FORMAT = Pattern.compile("scrypt:(?<n>[1-9][0-9]{0,6}):(?<r>[1-9][0-9]?):(?<p>[1-4])"
            + "\\$(?<salt>[!-#%-~]{1,64})\\$(?<key>[0-9a-f]{128})");

    @Override
    public boolean supports(String hash) {
        Matcher parts = FORMAT.matcher(hash);
        return parts.matches() && isAffordable(number(parts, "n"), number(parts, "r"));
    }

    @Override
    public boolean matches(String password, String hash) {
        Matcher parts = FORMAT.matcher(hash);
        return parts.matches()
                && MessageDigest.isEqual(key(password, parts), HexFormat.of().parseHex(parts.group("key")));
    }

    private static byte[] key(String password, Matcher parts) {
        return SCrypt.generate(
                password.getBytes(StandardCharsets.UTF_8),
                parts.group("salt").getBytes(StandardCharsets.UTF_8),
                number(parts, "n"),
                number(parts, "r"),
                number(parts, "p"),
                KEY_BYTES);
    }

    /** scrypt needs 128·N·r bytes, and N must be a power of two (RFC 7914, 2). */
    private static boolean isAffordable(int n, int r) {
        return n > 1 && Integer.bitCount(n) == 1 && 128L * n * r <= MAX_BYTES;
    }

    private static int number(Matcher parts, String name) {
        return Integer.parseInt(parts.group(name));
    }
}
