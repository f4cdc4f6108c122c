/** Extracts binaries of databases from jars on the class path. */
@NullMarked
package io.passport.local.binaries;

import org.jspecify.annotations.NullMarked;
