/** The account: what it is, how it is stored, how clients see it. */
@NullMarked
package io.passport.user.account;

import org.jspecify.annotations.NullMarked;
