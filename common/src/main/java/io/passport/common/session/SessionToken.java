package io.passport.common.session;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The secret in a session or device cookie: 256 random bits, base64url without padding, 43 characters. Servers store only its
 * digest. Safe for concurrent use.
 */
public final class SessionToken {

    private static final int BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionToken() {}

    /** A new token. */
    public static String random() {
        byte[] token = new byte[BYTES];
        RANDOM.nextBytes(token);
        return base64Url(token);
    }

    /** The SHA-256 of the token's text, base64url without padding; empty when the text does not have a token's form. */
    static Optional<String> digest(@Nullable String token) {
        return Optional.ofNullable(token)
                .filter(text -> TOKEN.matcher(text).matches())
                .map(text -> base64Url(DigestUtils.sha256(text)));
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
