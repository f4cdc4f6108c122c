/** What must be found nowhere once all the other tests have run. */
@NullMarked
package io.passport.acceptance.privacy;

import org.jspecify.annotations.NullMarked;
