/**
 * Looks up the session of a request's cookie and extends it: one Redis command for each request with a session cookie. Rejects a
 * request that names another user.
 */
@NullMarked
package io.passport.gateway.session;

import org.jspecify.annotations.NullMarked;
