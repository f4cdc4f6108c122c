package io.passport.user.token;

import java.security.SecureRandom;
import java.util.Base64;

/** A token for a cookie: 256 random bits, base64url without padding. Here only its digest is kept. */
public final class RandomToken {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomToken() {}

    /** One that was never given out before. */
    public static String next() {
        byte[] token = new byte[BYTES];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
