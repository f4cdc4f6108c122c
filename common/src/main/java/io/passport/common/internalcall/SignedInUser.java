package io.passport.common.internalcall;

/**
 * The user whose session the gateway found. As a parameter of a controller's method it means that the operation
 * needs a login: {@code 4101} without one, before anything else of the request is looked at.
 *
 * @param id the account
 * @param session the digest of the session's token, see {@link io.passport.common.session.SessionKey}
 */
public record SignedInUser(long id, String session) {}
