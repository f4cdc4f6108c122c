/** Qiniu Kodo: its uc, upload and rs hosts and the public download domain, over a directory. */
@NullMarked
package io.passport.emulators.qiniu;

import org.jspecify.annotations.NullMarked;
