/** A stand-alone Nacos server for local runs and tests, started from Maven artifacts and reachable from this machine only. */
@NullMarked
package io.passport.nacos;

import org.jspecify.annotations.NullMarked;
