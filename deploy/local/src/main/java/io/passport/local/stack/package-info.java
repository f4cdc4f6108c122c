/** All parts together: their ports, the order of start and stop, their state. */
@NullMarked
package io.passport.local.stack;

import org.jspecify.annotations.NullMarked;
