/** What happened to an account, for its owner to see. */
@NullMarked
package io.passport.user.activity;

import org.jspecify.annotations.NullMarked;
