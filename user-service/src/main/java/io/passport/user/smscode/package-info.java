/** SMS codes, which verify-service keeps: taken for one act, given back when the act failed. */
@NullMarked
package io.passport.user.smscode;

import org.jspecify.annotations.NullMarked;
