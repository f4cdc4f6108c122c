/** Where avatars lie: the port and, behind it, Qiniu's object storage. */
@NullMarked
package io.passport.media.storage;

import org.jspecify.annotations.NullMarked;
