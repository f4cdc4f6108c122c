/** The devices that have signed in to an account, and what they are called. */
@NullMarked
package io.passport.user.device;

import org.jspecify.annotations.NullMarked;
