package io.passport.user.password;

import org.jspecify.annotations.Nullable;

/**
 * The result of comparing a password with a hash. {@link #toString} has no hash.
 *
 * @param matches whether the password has this hash
 * @param upgradedHash today's hash of a right password, when the old one was of another type, or had less memory or fewer
 *     passes
 */
record PasswordMatch(boolean matches, @Nullable String upgradedHash) {
    @Override
    public String toString() {
        return "PasswordMatch[" + matches + "]";
    }
}
