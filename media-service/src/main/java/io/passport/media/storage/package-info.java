/** Storage of avatars: what avatars need of it, and the interface that each vendor's package implements. */
@NullMarked
package io.passport.media.storage;

import org.jspecify.annotations.NullMarked;
