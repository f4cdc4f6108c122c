package io.passport.common.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Base64url of a token's SHA-256, 43 characters without padding. A token is 256 random bits, written the same way. */
final class TokenDigest {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private TokenDigest() {}

    /** The digest of a token as a client sent it; nothing when no token of ours looks like it. */
    static Optional<String> of(@Nullable String token) {
        return token != null && TOKEN.matcher(token).matches() ? Optional.of(digest(token)) : Optional.empty();
    }

    private static String digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
