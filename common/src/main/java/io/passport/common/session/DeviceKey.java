package io.passport.common.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a browser or app that has signed in before: base64url of the SHA-256 of its cookie's token. It proves
 * nothing by itself; it only tells a device that an account knows from one that it does not.
 *
 * @param digest 43 characters, base64url without padding
 */
public record DeviceKey(String digest) {

    /** The cookie that carries the token. */
    public static final String COOKIE = "device";

    /** The key of a token as a client sent it; nothing when no token of ours looks like it. */
    public static Optional<DeviceKey> ofToken(@Nullable String token) {
        return SessionToken.digest(token).map(DeviceKey::new);
    }
}
