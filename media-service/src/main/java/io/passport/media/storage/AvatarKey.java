package io.passport.media.storage;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The key of a stored avatar: {@code avatar/<32 hexadecimal digits>.jpg}. The digits are 128 random bits: they do not name
 * the user, and other keys cannot be guessed from them.
 *
 * @param value the object's key in the bucket; an invalid one throws {@link IllegalArgumentException}
 */
public record AvatarKey(String value) {

    private static final Pattern PATTERN = Pattern.compile("avatar/[0-9a-f]{32}\\.jpg");
    private static final SecureRandom RANDOM = new SecureRandom();

    public AvatarKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an avatar's key");
        }
    }

    /** A new key. */
    public static AvatarKey random() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return new AvatarKey("avatar/" + HexFormat.of().formatHex(bits) + ".jpg");
    }

    static boolean isValid(String text) {
        return PATTERN.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
