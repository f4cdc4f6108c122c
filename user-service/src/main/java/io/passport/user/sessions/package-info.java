/** Sessions: started at sign-in, ended at sign-out, read by the gateway. */
@NullMarked
package io.passport.user.sessions;

import org.jspecify.annotations.NullMarked;
