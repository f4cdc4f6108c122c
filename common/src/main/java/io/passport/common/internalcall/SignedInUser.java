package io.passport.common.internalcall;

/**
 * The user of the session that the gateway found. As a parameter of a controller method it requires a sign-in: without
 * one the answer is {@code 4101}, before the request is validated.
 *
 * @param id the account
 * @param session the digest of the session's token, see {@link io.passport.common.session.SessionKey}
 */
public record SignedInUser(long id, String session) {}
