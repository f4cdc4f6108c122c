/** How many messages a number and an address may cause, decided before any money is spent. */
@NullMarked
package io.passport.verify.smslimit;

import org.jspecify.annotations.NullMarked;
