/** What is decided before any route: one decision per filter, strip first. */
@NullMarked
package io.passport.gateway.edge;

import org.jspecify.annotations.NullMarked;
