package io.passport.user.sessions;

import io.passport.common.session.DeviceKey;
import io.passport.common.session.SessionKey;
import io.passport.common.session.SessionLifetime;
import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookies of somebody who signed in: no script reads them, no other site sends them along. */
@Component
class SignInCookies {

    /** As long as browsers keep any cookie (RFC 6265bis, 5.5). */
    private static final Duration DEVICE = Duration.ofDays(400);

    private final SessionLifetime lifetime;
    private final SessionCookieProperties settings;

    SignInCookies(SessionLifetime lifetime, SessionCookieProperties settings) {
        this.lifetime = lifetime;
        this.settings = settings;
    }

    ResponseCookie session(String token) {
        return cookie(SessionKey.COOKIE, token, lifetime.absolute());
    }

    /** Makes the client forget its session. */
    ResponseCookie noSession() {
        return cookie(SessionKey.COOKIE, "", Duration.ZERO);
    }

    ResponseCookie device(String token) {
        return cookie(DeviceKey.COOKIE, token, DEVICE);
    }

    private ResponseCookie cookie(String name, String token, Duration maxAge) {
        return ResponseCookie.from(name, token)
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Lax")
                .path("/")
                .maxAge(maxAge)
                .build();
    }
}
