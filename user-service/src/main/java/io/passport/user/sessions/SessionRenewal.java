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

/**
 * Replaces the caller's session after a change of password or mobile number, so that a token stolen before is useless after.
 */
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
     * Ends the caller's session and starts another one. When Redis or the database is unavailable this is only logged, since
     * the change is already made: no cookie is set, and the user signs in again. The caller's old session ends, unless Redis
     * is unavailable.
     *
     * @param account as the change returned it; if it was changed again since, no session is started
     * @return the header that sets the cookie, or none
     */
    public HttpHeaders after(Account account, Caller caller, DeviceName device) {
        HttpHeaders headers = new HttpHeaders();
        try {
            sessions.endOf(caller);
            String token = sessions.start(account.id(), caller.address(), device.text());
            if (isUnchanged(account, token)) {
                headers.add(HttpHeaders.SET_COOKIE, cookies.session(token).toString());
            }
        } catch (DataAccessException failed) {
            LOG.warn("No new session for {}", account, failed);
        }
        return headers;
    }

    /** Asked after the session was started: a reset at the same time either ends the session, or is seen here. */
    private boolean isUnchanged(Account account, String token) {
        boolean unchanged = false;
        try {
            unchanged = accounts.recordSignIn(account);
            return unchanged;
        } finally {
            if (!unchanged) {
                sessions.end(account.id(), SessionKey.ofToken(token).orElseThrow());
            }
        }
    }
}
