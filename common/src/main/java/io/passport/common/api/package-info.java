/** The form of every answer: the envelope, its error codes, and the exceptions that become an envelope. */
@NullMarked
package io.passport.common.api;

import org.jspecify.annotations.NullMarked;
