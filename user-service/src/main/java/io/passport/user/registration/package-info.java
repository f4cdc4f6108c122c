/** Registration with a mobile number that an SMS code proved. */
@NullMarked
package io.passport.user.registration;

import org.jspecify.annotations.NullMarked;
