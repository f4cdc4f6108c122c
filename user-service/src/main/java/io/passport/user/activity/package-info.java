/** Audit log of accounts; {@code GET /user/activity} will read it. */
@NullMarked
package io.passport.user.activity;

import org.jspecify.annotations.NullMarked;
