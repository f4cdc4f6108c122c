/** Image codes (CAPTCHA): rendered, valid for five minutes, consumed by one comparison. */
@NullMarked
package io.passport.verify.imagecode;

import org.jspecify.annotations.NullMarked;
