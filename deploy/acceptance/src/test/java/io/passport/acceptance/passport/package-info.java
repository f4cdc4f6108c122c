/** Launches Passport for tests and gives access to its processes, Redis, database and emulators. */
@NullMarked
package io.passport.acceptance.passport;

import org.jspecify.annotations.NullMarked;
