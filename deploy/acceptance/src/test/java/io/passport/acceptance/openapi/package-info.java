/** Compares {@code gateway/openapi.json} with what the services describe. */
@NullMarked
package io.passport.acceptance.openapi;

import org.jspecify.annotations.NullMarked;
