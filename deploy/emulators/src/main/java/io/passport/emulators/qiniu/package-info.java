/** Qiniu's object storage (Kodo): its uc, upload and rs hosts and the download domain. Objects are files in a directory. */
@NullMarked
package io.passport.emulators.qiniu;

import org.jspecify.annotations.NullMarked;
