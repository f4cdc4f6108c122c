/** The HTTP server: gives endpoints whole requests, and sends responses or breaks connections. */
@NullMarked
package io.passport.emulators.http;

import org.jspecify.annotations.NullMarked;
