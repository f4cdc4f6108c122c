/**
 * Sends an SMS through the configured vendors: each behind a circuit breaker, the next one when the first did not send. A
 * subpackage for each vendor.
 */
@NullMarked
package io.passport.verify.smsprovider;

import org.jspecify.annotations.NullMarked;
