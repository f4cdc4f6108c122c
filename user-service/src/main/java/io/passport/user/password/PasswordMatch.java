package io.passport.user.password;

import org.jspecify.annotations.Nullable;

/**
 * What came of comparing a password with a hash. Prints itself without the hash.
 *
 * @param matches whether the password is the one that was hashed
 * @param upgradedHash today's hash of a right password, where the old one was of another type, or made with less memory or fewer passes
 */
record PasswordMatch(boolean matches, @Nullable String upgradedHash) {

    @Override
    public String toString() {
        return "PasswordMatch[" + matches + "]";
    }
}
