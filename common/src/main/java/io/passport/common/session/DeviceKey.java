package io.passport.common.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a browser or app that has signed in before: the digest of its device cookie's token. It is no credential
 * and only distinguishes an account's known devices from unknown ones.
 *
 * @param digest 43 characters, base64url without padding
 */
public record DeviceKey(String digest) {

    /** The cookie that carries the token. */
    public static final String COOKIE = "device";

    /** The key of a token as a client sent it; empty when the text does not have a token's form. */
    public static Optional<DeviceKey> ofToken(@Nullable String token) {
        return SessionToken.digest(token).map(DeviceKey::new);
    }
}
