/**
 * verify-service: image codes (CAPTCHA), SMS codes, the limits and the ledger of SMS. An image code shows that a person asks, an
 * SMS code that the user has the number.
 */
@NullMarked
package io.passport.verify;

import org.jspecify.annotations.NullMarked;
