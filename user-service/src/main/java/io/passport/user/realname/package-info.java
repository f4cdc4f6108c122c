/** Real-name verification: one identity card, one account. */
@NullMarked
package io.passport.user.realname;

import org.jspecify.annotations.NullMarked;
