/** Changing what proves the owner of an account: password and mobile. */
@NullMarked
package io.passport.user.credentials;

import org.jspecify.annotations.NullMarked;
