/** Other services as a service under test sees them: stubs that answer what a test configures. */
@NullMarked
package io.passport.testing.http;

import org.jspecify.annotations.NullMarked;
