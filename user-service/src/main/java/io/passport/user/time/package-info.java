/** Formats of times: of the database ({@code UtcTime}) and of the API ({@code ShanghaiTime}). */
@NullMarked
package io.passport.user.time;

import org.jspecify.annotations.NullMarked;
