/** Looks up the session of a request's cookie and extends it: one Redis command per request. */
@NullMarked
package io.passport.gateway.session;

import org.jspecify.annotations.NullMarked;
