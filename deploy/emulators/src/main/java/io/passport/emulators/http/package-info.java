/** The HTTP server: whole requests in, answers or broken connections out. */
@NullMarked
package io.passport.emulators.http;

import org.jspecify.annotations.NullMarked;
