/** Tencent Cloud's SMS (腾讯云短信, version 2021-01-11). */
@NullMarked
package io.passport.emulators.sms.tencent;

import org.jspecify.annotations.NullMarked;
