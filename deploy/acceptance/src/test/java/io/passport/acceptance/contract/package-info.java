/** Every failure that the API documents, through the gateway. */
@NullMarked
package io.passport.acceptance.contract;

import org.jspecify.annotations.NullMarked;
