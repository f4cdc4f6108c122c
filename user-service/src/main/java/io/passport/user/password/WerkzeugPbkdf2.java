package io.passport.user.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * {@code pbkdf2:sha256:260000$salt$hex}, the format of Flask applications ({@code werkzeug.security}); also with sha1 and
 * sha512. The key is as long as the digest; the salt is the bytes of its text. Limit: 2,000,000 iterations.
 */
final class WerkzeugPbkdf2 implements HashFormat {

    private static final int MAX_ITERATIONS = 2_000_000;
    private static final Pattern FORMAT =
            Pattern.compile("pbkdf2:(?<digest>sha1|sha256|sha512):(?<iterations>[1-9][0-9]{0,6})"
                    + "\\$(?<salt>[!-#%-~]{1,64})\\$(?<key>(?:[0-9a-f]{2})+)");

    @Override
    public boolean supports(String hash) {
        Matcher parts = FORMAT.matcher(hash);
        return parts.matches()
                && Integer.parseInt(parts.group("iterations")) <= MAX_ITERATIONS
                && parts.group("key").length() == 2 * Digest.of(parts).bytes;
    }

    @Override
    public boolean matches(String password, String hash) {
        Matcher parts = FORMAT.matcher(hash);
        return parts.matches()
                && MessageDigest.isEqual(key(password, parts), HexFormat.of().parseHex(parts.group("key")));
    }

    private static byte[] key(String password, Matcher parts) {
        Digest digest = Digest.of(parts);
        PBEKeySpec spec = new PBEKeySpec(
                password.toCharArray(),
                parts.group("salt").getBytes(StandardCharsets.UTF_8),
                Integer.parseInt(parts.group("iterations")),
                8 * digest.bytes);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmac" + digest)
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has PBKDF2 with " + digest, e);
        } finally {
            spec.clearPassword();
        }
    }

    private enum Digest {
        SHA1(20),
        SHA256(32),
        SHA512(64);

        private final int bytes;

        Digest(int bytes) {
            this.bytes = bytes;
        }

        static Digest of(Matcher parts) {
            return valueOf(parts.group("digest").toUpperCase(Locale.ROOT));
        }
    }
}
