/** Re-encodes an uploaded picture as a small JPEG without metadata, or rejects it, with limits on time and memory. */
@NullMarked
package io.passport.media.picture;

import org.jspecify.annotations.NullMarked;
