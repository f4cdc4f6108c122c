/** Real servers on free loopback ports, which end with the JVM, and a port that answers no connection. */
@NullMarked
package io.passport.testing.server;

import org.jspecify.annotations.NullMarked;
