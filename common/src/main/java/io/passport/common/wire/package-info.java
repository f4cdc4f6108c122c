/** What every answer of Passport looks like: the envelope, its codes, and the refusals that become one. */
@NullMarked
package io.passport.common.wire;

import org.jspecify.annotations.NullMarked;
