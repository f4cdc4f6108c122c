/** What is decided before any route: one decision per filter, removeOthers first. */
@NullMarked
package io.passport.gateway.edge;

import org.jspecify.annotations.NullMarked;
