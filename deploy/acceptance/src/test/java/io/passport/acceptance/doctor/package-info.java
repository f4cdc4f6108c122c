/** Services started with settings that are not fit for production. */
@NullMarked
package io.passport.acceptance.doctor;

import org.jspecify.annotations.NullMarked;
