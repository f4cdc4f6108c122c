/** What calls to other processes have in common. */
@NullMarked
package io.passport.user.remote;

import org.jspecify.annotations.NullMarked;
