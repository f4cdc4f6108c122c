/** The account: its fields, its table, and what its owner sees of it. */
@NullMarked
package io.passport.user.account;

import org.jspecify.annotations.NullMarked;
