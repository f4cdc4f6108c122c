/** The last step before a service: the gateway signs what it decided. */
@NullMarked
package io.passport.gateway.signing;

import org.jspecify.annotations.NullMarked;
