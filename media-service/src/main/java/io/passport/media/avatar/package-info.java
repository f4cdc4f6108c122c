/** Changing a user's avatar: sanitize the picture, store it, tell user-service, and leave nothing behind. */
@NullMarked
package io.passport.media.avatar;

import org.jspecify.annotations.NullMarked;
