/** All parts together: which there are, on which ports, in which order they start and stop, and what became of them. */
@NullMarked
package io.passport.local.stack;

import org.jspecify.annotations.NullMarked;
