/** Tencent Cloud's API 3.0: request signatures and response format, for all its services. */
@NullMarked
package io.passport.emulators.tencentcloud;

import org.jspecify.annotations.NullMarked;
