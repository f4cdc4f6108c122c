/** The only door: what may come in, for whom, and to which service. */
@NullMarked
package io.passport.gateway;

import org.jspecify.annotations.NullMarked;
