/** Jars that carry a database's binaries, and how these get out of them. */
@NullMarked
package io.passport.local.binaries;

import org.jspecify.annotations.NullMarked;
