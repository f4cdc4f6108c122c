/** How springdoc, where it is switched on, describes a service's operations as they are on the wire. */
@NullMarked
package io.passport.common.openapi;

import org.jspecify.annotations.NullMarked;
