package io.passport.user.account;

import io.passport.common.pii.Mobile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who registered.
 *
 * @param id counts from 1, below 2⁵³
 * @param mobile the number that is signed in with
 * @param passwordHash with its algorithm in front, see {@link io.passport.user.password.PasswordHashing}
 * @param chosenName null until the user chose one
 * @param avatarUrl null while there is none
 * @param createdAt when it was registered
 * @param signedInAt when it was last signed in to; when it was registered, until then
 * @param credentialVersion counts the changes of what proves its owner
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

    /** What others see: the chosen name, or the mobile while none was chosen. */
    public String name() {
        return chosenName == null ? mobile.number() : chosenName;
    }

    /** As it is once what proves its owner is changed to this. */
    Account withCredentials(Mobile otherMobile, String otherHash) {
        return new Account(
                id, otherMobile, otherHash, chosenName, avatarUrl, createdAt, signedInAt, credentialVersion + 1);
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
