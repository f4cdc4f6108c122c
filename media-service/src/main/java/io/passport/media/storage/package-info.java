/** Storage of avatars: the interface, and its implementation with Qiniu's object storage. */
@NullMarked
package io.passport.media.storage;

import org.jspecify.annotations.NullMarked;
