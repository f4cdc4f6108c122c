/** The wire to whoever delivers messages, behind a circuit breaker. */
@NullMarked
package io.passport.verify.smsprovider;

import org.jspecify.annotations.NullMarked;
