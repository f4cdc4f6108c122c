/** The check whether a name and an id card belong together: Tencent Cloud's faceid, IdCardVerification. */
@NullMarked
package io.passport.emulators.idcheck;

import org.jspecify.annotations.NullMarked;
