/** Describes the public operations of a service for {@code gateway/openapi.json}, by springdoc. */
@NullMarked
package io.passport.common.openapi;

import org.jspecify.annotations.NullMarked;
