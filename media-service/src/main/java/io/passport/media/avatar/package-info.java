/** Changing a user's avatar: clean the picture, store it, save its URL in user-service, delete what is not used. */
@NullMarked
package io.passport.media.avatar;

import org.jspecify.annotations.NullMarked;
