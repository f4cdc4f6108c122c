package io.passport.verify.smscode;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Proves that its holder is the one who took a code.
 *
 * @param value 128 random bits, base64url without padding
 */
record Ticket(@JsonValue String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Ticket random() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return new Ticket(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Ticket of(String value) {
        return new Ticket(value);
    }

    @Override
    public String toString() {
        return "Ticket[]";
    }
}
