/** The devices that signed in to an account, and their names. */
@NullMarked
package io.passport.user.device;

import org.jspecify.annotations.NullMarked;
