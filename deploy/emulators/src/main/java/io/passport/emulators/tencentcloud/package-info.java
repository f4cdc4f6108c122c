/** What all of Tencent Cloud's API 3.0 shares: how requests are signed and how answers are wrapped. */
@NullMarked
package io.passport.emulators.tencentcloud;

import org.jspecify.annotations.NullMarked;
