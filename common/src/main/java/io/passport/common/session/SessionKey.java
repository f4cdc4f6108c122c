package io.passport.common.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a session wherever its token must not: base64url of the token's SHA-256. Who reads Redis or a log
 * cannot go back from it to the token.
 *
 * @param digest 43 characters, base64url without padding
 */
public record SessionKey(String digest) {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** The cookie that carries the token. */
    public static final String COOKIE = "session";

    /** The key of a token as a client sent it; nothing when no token of ours looks like it. */
    public static Optional<SessionKey> ofToken(@Nullable String token) {
        return token != null && TOKEN.matcher(token).matches()
                ? Optional.of(new SessionKey(digestOf(token)))
                : Optional.empty();
    }

    /** {@code session:<digest>}. */
    public String redisKey() {
        return "session:" + digest;
    }

    private static String digestOf(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
