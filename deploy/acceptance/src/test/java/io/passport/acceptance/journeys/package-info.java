/** One journey for each use case, through the gateway and all services. */
@NullMarked
package io.passport.acceptance.journeys;

import org.jspecify.annotations.NullMarked;
