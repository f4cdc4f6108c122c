package io.passport.gateway.session;

/** The request names another user than its session, see {@link ExpectedUserCheck}. The gateway answers {@code 4105}. */
public final class OtherUserException extends RuntimeException {

    OtherUserException() {
        super("The request names another user", null, false, false);
    }
}
