/** Makes a small, plain JPEG of whatever somebody uploads as a picture, or refuses it, within fixed bounds of time and memory. */
@NullMarked
package io.passport.media.picture;

import org.jspecify.annotations.NullMarked;
