package io.passport.user.sessions;

import io.passport.common.internalcall.Caller;
import io.passport.common.session.SessionKey;
import io.passport.user.account.Account;
import io.passport.user.activity.ActivityLog;
import io.passport.user.device.DeviceName;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Starts sessions. A sign-in always gets a new session, never the one that the client sent (session fixation). */
@Component
public class SignIn {

    private final Sessions sessions;
    private final SignInRecord record;
    private final ActivityLog activity;
    private final SignInCookies cookies;

    SignIn(Sessions sessions, SignInRecord record, ActivityLog activity, SignInCookies cookies) {
        this.sessions = sessions;
        this.record = record;
        this.activity = activity;
        this.cookies = cookies;
    }

    /**
     * Ends the session that the client sent, so that it does not count against the limit of sessions, and starts a new one.
     *
     * @param account as it was read before the caller was authenticated
     * @throws io.passport.common.api.ApiException {@code 4004} when password or mobile number was changed since the account
     *     was read
     * @throws org.springframework.dao.DataAccessException when Redis or the database is unavailable; when only the activity
     *     log cannot be written, the sign-in succeeds
     */
    public SignedIn begin(Account account, SignInMethod method, Caller caller, DeviceName device) {
        sessions.endOf(caller);
        String session = sessions.start(account.id(), caller.address(), device.text());
        Optional<String> newDevice = saveRecord(account, method, caller, session);
        activity.record(account.id(), method.activityType(newDevice.isPresent()), caller, device);
        return new SignedIn(account, cookies.ofSignIn(session, newDevice));
    }

    /**
     * Ends the session again when saving fails. If Redis is unavailable then, the session stays until it expires; no client
     * has its token. Saved after the session was started: a password reset that runs at the same time either finds the
     * session and ends it, or makes this fail, and then the session ends here.
     */
    private Optional<String> saveRecord(Account account, SignInMethod method, Caller caller, String session) {
        try {
            return record.save(account, caller.device(), method);
        } catch (RuntimeException failed) {
            sessions.end(account.id(), SessionKey.ofToken(session).orElseThrow());
            throw failed;
        }
    }
}
