/** SMS codes: sent to a mobile number at the request of a client, consumed by user-service. */
@NullMarked
package io.passport.verify.smscode;

import org.jspecify.annotations.NullMarked;
