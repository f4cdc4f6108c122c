package io.passport.user.account;

import io.passport.common.pii.Mobile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A registered user, as read from the database. It may have been changed since; {@code credentialVersion} tells.
 *
 * @param id from 1, below 2⁵³
 * @param mobile the mobile number to sign in with
 * @param passwordHash with its algorithm in front, see {@link io.passport.user.password.PasswordHashing}
 * @param chosenName null until the user chose one, and while the mobile number is the name
 * @param avatarUrl null while there is no avatar
 * @param createdAt when the account was registered
 * @param signedInAt the last sign-in; the registration, until there was one
 * @param credentialVersion counts the changes of password and mobile number
 */
public record Account(
        long id,
        Mobile mobile,
        String passwordHash,
        @Nullable String chosenName,
        @Nullable String avatarUrl,
        Instant createdAt,
        Instant signedInAt,
        int credentialVersion) {

    /** The chosen name, or the mobile number until one is chosen. */
    public String name() {
        return chosenName == null ? mobile.number() : chosenName;
    }

    /** A copy with another mobile and password hash, and the next credential version. */
    Account withCredentials(Mobile otherMobile, String otherHash) {
        return new Account(
                id, otherMobile, otherHash, chosenName, avatarUrl, createdAt, signedInAt, credentialVersion + 1);
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
