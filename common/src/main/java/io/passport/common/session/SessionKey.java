package io.passport.common.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a session in Redis and in calls: the digest of its token. The token cannot be computed from it.
 *
 * @param digest 43 characters, base64url without padding
 */
public record SessionKey(String digest) {

    /** The form of a digest. */
    public static final String PATTERN = "^[A-Za-z0-9_-]{43}$";

    /** The cookie that carries the token. */
    public static final String COOKIE = "session";

    /** The key of a token as a client sent it; empty when the text does not have a token's form. */
    public static Optional<SessionKey> ofToken(@Nullable String token) {
        return SessionToken.digest(token).map(SessionKey::new);
    }

    /** {@code session:<digest>}. */
    public String redisKey() {
        return "session:" + digest;
    }
}
