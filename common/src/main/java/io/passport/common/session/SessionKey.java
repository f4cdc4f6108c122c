package io.passport.common.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a session wherever its token must not: base64url of the token's SHA-256. Who reads Redis or a log
 * cannot go back from it to the token.
 *
 * @param digest 43 characters, base64url without padding
 */
public record SessionKey(String digest) {

    /** The form of a digest. */
    public static final String PATTERN = "^[A-Za-z0-9_-]{43}$";

    /** The cookie that carries the token. */
    public static final String COOKIE = "session";

    /** The key of a token as a client sent it; nothing when no token of ours looks like it. */
    public static Optional<SessionKey> ofToken(@Nullable String token) {
        return SessionToken.digest(token).map(SessionKey::new);
    }

    /** {@code session:<digest>}. */
    public String redisKey() {
        return "session:" + digest;
    }
}
