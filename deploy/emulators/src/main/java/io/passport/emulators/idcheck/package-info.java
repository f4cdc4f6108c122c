/** Tencent Cloud's check whether a name and an id card number belong together (faceid, IdCardVerification). */
@NullMarked
package io.passport.emulators.idcheck;

import org.jspecify.annotations.NullMarked;
