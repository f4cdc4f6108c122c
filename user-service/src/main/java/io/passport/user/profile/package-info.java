/** What users see and change of their own account: name and avatar. */
@NullMarked
package io.passport.user.profile;

import org.jspecify.annotations.NullMarked;
