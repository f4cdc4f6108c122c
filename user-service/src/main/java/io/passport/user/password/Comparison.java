package io.passport.user.password;

import org.jspecify.annotations.Nullable;

/**
 * What came of comparing a password with a hash. Prints itself without the hash.
 *
 * @param right whether the password is the one that was hashed
 * @param renewed today's hash of a right password, where the old one was of another type, or made with less memory or fewer passes
 */
record Comparison(boolean right, @Nullable String renewed) {

    @Override
    public String toString() {
        return "Comparison[" + right + "]";
    }
}
