/**
 * Sends an SMS through the configured vendors: each behind a circuit breaker, the next one when the first did not send. A
 * vendor is a company; a provider is an object that sends through one vendor or several. A subpackage for each vendor.
 */
@NullMarked
package io.passport.verify.smsprovider;

import org.jspecify.annotations.NullMarked;
