/** Qiniu's object storage. */
@NullMarked
package io.passport.media.storage.qiniu;

import org.jspecify.annotations.NullMarked;
