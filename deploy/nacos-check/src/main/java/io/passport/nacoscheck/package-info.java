/** Checks at start-up that every Nacos server requires authentication, and that this service has an account there. */
@NullMarked
package io.passport.nacoscheck;

import org.jspecify.annotations.NullMarked;
