/** Signs the request for the service, as the last step before it is sent. */
@NullMarked
package io.passport.gateway.signing;

import org.jspecify.annotations.NullMarked;
