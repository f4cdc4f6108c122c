/** Secrets that only the client keeps. */
@NullMarked
package io.passport.user.token;

import org.jspecify.annotations.NullMarked;
