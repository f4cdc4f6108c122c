package io.passport.user.sessions;

import io.passport.common.internalcall.Caller;
import io.passport.common.session.SessionKey;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.device.DeviceName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Another token for who has just changed what proves him: one that was stolen before is worth nothing after. */
@Component
public class SessionRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRenewal.class);

    private final Sessions sessions;
    private final Accounts accounts;
    private final SignInCookies cookies;

    SessionRenewal(Sessions sessions, Accounts accounts, SignInCookies cookies) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.cookies = cookies;
    }

    /**
     * Starts a session in place of the one that asks. Fails nothing: what was changed is changed, and who gets no other token
     * signs in again.
     *
     * @param account as the change left it; if it was reset since, nobody gets a token
     * @return the header that sets the cookie, or none
     */
    public HttpHeaders after(Account account, Caller caller, DeviceName device) {
        HttpHeaders headers = new HttpHeaders();
        try {
            sessions.endOf(caller);
            String token = sessions.start(account.id(), caller.address(), device.text());
            if (isAsChanged(account, token)) {
                headers.add(HttpHeaders.SET_COOKIE, cookies.session(token).toString());
            }
        } catch (DataAccessException failed) {
            LOG.warn("No other token for {}", account, failed);
        }
        return headers;
    }

    /** Only once the session is there, as a sign-in: a reset that is under way ends it, or is seen here. */
    private boolean isAsChanged(Account account, String token) {
        boolean asChanged = false;
        try {
            asChanged = accounts.recordSignIn(account);
            return asChanged;
        } finally {
            if (!asChanged) {
                sessions.end(account.id(), SessionKey.ofToken(token).orElseThrow());
            }
        }
    }
}
