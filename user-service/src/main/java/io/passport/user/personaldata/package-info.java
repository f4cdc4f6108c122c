/** Encryption of personal data in the database, and a keyed index to find it. */
@NullMarked
package io.passport.user.personaldata;

import org.jspecify.annotations.NullMarked;
