package io.passport.gateway.session;

/** Redis did not answer, so it is unknown whether the client is signed in. The gateway answers 503. */
public final class SessionStoreUnavailableException extends RuntimeException {

    SessionStoreUnavailableException(Throwable cause) {
        super("Sessions cannot be looked up", cause, false, false);
    }
}
