/** Codes that prove something: an image code a person, an SMS code the holder of a number. */
@NullMarked
package io.passport.verify;

import org.jspecify.annotations.NullMarked;
