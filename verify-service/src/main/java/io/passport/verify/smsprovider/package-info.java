/** The wire to those who deliver messages, each behind a circuit breaker, one standing in for another. */
@NullMarked
package io.passport.verify.smsprovider;

import org.jspecify.annotations.NullMarked;
