/** The services' OpenAPI on one page, on a developer's machine. */
@NullMarked
package io.passport.gateway.docs;

import org.jspecify.annotations.NullMarked;
