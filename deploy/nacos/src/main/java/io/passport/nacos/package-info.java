/** A stand-alone Nacos server from Maven artifacts, for local runs and tests. Listens on loopback only. */
@NullMarked
package io.passport.nacos;

import org.jspecify.annotations.NullMarked;
