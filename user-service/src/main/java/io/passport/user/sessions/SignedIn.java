package io.passport.user.sessions;

import io.passport.user.account.Account;
import org.springframework.http.HttpHeaders;

/**
 * A started session; the sign-in is saved in the database.
 *
 * @param cookies the {@code Set-Cookie} headers of the session and, if it is new to the account, of the device
 */
public record SignedIn(Account account, HttpHeaders cookies) {

    /** Without the cookies: they contain the session's token. */
    @Override
    public String toString() {
        return "SignedIn[" + account + "]";
    }
}
