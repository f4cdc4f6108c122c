package io.passport.user.sessions;

import io.passport.common.internalcall.Caller;
import io.passport.common.session.SessionKey;
import io.passport.user.account.Account;
import io.passport.user.activity.ActivityLog;
import io.passport.user.device.DeviceName;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Signs somebody in: always a new session, never the one the client came with (session fixation). */
@Component
public class SignIn {

    private final Sessions sessions;
    private final SignInRecord arrival;
    private final ActivityLog activity;
    private final SignInCookies cookies;

    SignIn(Sessions sessions, SignInRecord arrival, ActivityLog activity, SignInCookies cookies) {
        this.sessions = sessions;
        this.arrival = arrival;
        this.activity = activity;
        this.cookies = cookies;
    }

    /**
     * Ends the session this client had, which must push out no other, and starts one, for who knew the password.
     *
     * @param account as it was read before its owner was proved
     * @return the headers that set the cookies: the session's, and the device's if the account did not know it
     * @throws io.passport.common.api.ApiException {@code 4004} when what proves the owner was changed meanwhile
     */
    public HttpHeaders begin(Account account, Caller caller, DeviceName device) {
        return begin(account, caller, device, SignInMethod.PASSWORD);
    }

    /** As {@link #begin}, for who has had an SMS code. */
    public HttpHeaders beginBySmsCode(Account account, Caller caller, DeviceName device) {
        return begin(account, caller, device, SignInMethod.SMS_CODE);
    }

    /** As {@link #begin}, for who has just registered. */
    public HttpHeaders beginFirst(Account account, Caller caller, DeviceName device) {
        return begin(account, caller, device, SignInMethod.REGISTRATION);
    }

    private HttpHeaders begin(Account account, Caller caller, DeviceName device, SignInMethod way) {
        sessions.endOf(caller);
        String session = sessions.start(account.id(), caller.address(), device.text());
        Optional<String> newDevice = arrive(account, caller, session, way);
        activity.record(account.id(), way.event(newDevice.isPresent()), caller, device);
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.SET_COOKIE, cookies.session(session).toString());
        newDevice.ifPresent(token ->
                headers.add(HttpHeaders.SET_COOKIE, cookies.device(token).toString()));
        return headers;
    }

    /** Only once the session is there: a reset that is under way ends it, or is seen here. */
    private Optional<String> arrive(Account account, Caller caller, String session, SignInMethod way) {
        try {
            return arrival.save(account, caller.device(), way);
        } catch (RuntimeException refused) {
            sessions.end(account.id(), SessionKey.ofToken(session).orElseThrow());
            throw refused;
        }
    }
}
