/** Measures how a flood of wrong passwords delays the requests of signed-in users. */
@NullMarked
package io.passport.bench.loginflood;

import org.jspecify.annotations.NullMarked;
