/** Changing and resetting what authenticates an account's owner: password and mobile number. */
@NullMarked
package io.passport.user.credentials;

import org.jspecify.annotations.NullMarked;
