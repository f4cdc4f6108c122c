package io.passport.user.sessions;

import io.passport.common.session.SessionKey;
import io.passport.common.session.SessionLifetime;
import io.passport.common.trust.Caller;
import io.passport.user.account.Account;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Signs somebody in: always a new session, never the one the client came with (session fixation). */
@Component
public class SignIn {

    private static final int LONGEST_DEVICE = 200;

    private final Sessions sessions;
    private final SessionLifetime lifetime;
    private final SessionCookieSettings settings;

    SignIn(Sessions sessions, SessionLifetime lifetime, SessionCookieSettings settings) {
        this.sessions = sessions;
        this.lifetime = lifetime;
        this.settings = settings;
    }

    /**
     * Starts a session and ends the one this client had.
     *
     * @param userAgent what the client says it is
     * @return the cookie to set
     */
    public ResponseCookie begin(Account account, Caller caller, @Nullable String userAgent) {
        String token = sessions.start(account.id(), caller.address(), device(userAgent));
        if (caller.user() != null) {
            sessions.end(caller.user().id(), new SessionKey(caller.user().session()));
        }
        return cookie(token, lifetime.absolute());
    }

    /** Ends the caller's session, if there is one, and gives the cookie that makes the client forget it. */
    ResponseCookie end(Caller caller) {
        if (caller.user() != null) {
            sessions.end(caller.user().id(), new SessionKey(caller.user().session()));
        }
        return cookie("", Duration.ZERO);
    }

    private ResponseCookie cookie(String token, Duration maxAge) {
        return ResponseCookie.from(SessionKey.COOKIE, token)
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Lax")
                .path("/")
                .maxAge(maxAge)
                .build();
    }

    private static String device(@Nullable String userAgent) {
        String device = userAgent == null ? "" : userAgent;
        return device.length() <= LONGEST_DEVICE ? device : device.substring(0, LONGEST_DEVICE);
    }
}
