/** What every answer of Passport looks like: the envelope, its codes, and the refusals that become one. */
@NullMarked
package io.passport.common.api;

import org.jspecify.annotations.NullMarked;
