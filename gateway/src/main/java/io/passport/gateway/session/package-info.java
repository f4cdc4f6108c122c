/** Whose session a request carries: one Redis command. */
@NullMarked
package io.passport.gateway.session;

import org.jspecify.annotations.NullMarked;
