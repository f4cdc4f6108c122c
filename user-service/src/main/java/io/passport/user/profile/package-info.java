/** What a user sees and changes of the own account: name, avatar. */
@NullMarked
package io.passport.user.profile;

import org.jspecify.annotations.NullMarked;
