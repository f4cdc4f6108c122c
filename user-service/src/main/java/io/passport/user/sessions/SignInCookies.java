package io.passport.user.sessions;

import io.passport.common.session.DeviceKey;
import io.passport.common.session.SessionKey;
import io.passport.common.session.SessionLifetime;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Builds the session and device cookies; stores nothing. They are HttpOnly (no script reads them) and SameSite=Lax (a browser
 * does not send them with other sites' writes).
 */
@Component
class SignInCookies {

    /** The longest that browsers keep a cookie (RFC 6265bis, 5.5). */
    private static final Duration DEVICE_MAX_AGE = Duration.ofDays(400);

    private final SessionLifetime lifetime;
    private final boolean secure;

    SignInCookies(SessionLifetime lifetime, SessionProperties properties) {
        this.lifetime = lifetime;
        this.secure = properties.cookie().secure();
    }

    HttpHeaders ofSignIn(String sessionToken, Optional<String> newDeviceToken) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.SET_COOKIE, session(sessionToken).toString());
        newDeviceToken
                .map(token -> cookie(DeviceKey.COOKIE, token, DEVICE_MAX_AGE))
                .ifPresent(device -> headers.add(HttpHeaders.SET_COOKIE, device.toString()));
        return headers;
    }

    ResponseCookie session(String token) {
        return cookie(SessionKey.COOKIE, token, lifetime.absolute());
    }

    /** Deletes the client's session cookie. */
    ResponseCookie expiredSession() {
        return cookie(SessionKey.COOKIE, "", Duration.ZERO);
    }

    private ResponseCookie cookie(String name, String token, Duration maxAge) {
        return ResponseCookie.from(name, token)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(maxAge)
                .build();
    }
}
