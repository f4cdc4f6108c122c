/** Real-name verification: one identity card per account, one account per card. */
@NullMarked
package io.passport.user.realname;

import org.jspecify.annotations.NullMarked;
