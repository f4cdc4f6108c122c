/** One part of the stack as a process of its own: how it is started under guard, known to be ready, watched and stopped. */
@NullMarked
package io.passport.local.part;

import org.jspecify.annotations.NullMarked;
