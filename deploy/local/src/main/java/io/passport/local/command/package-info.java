/** The command line: {@code deploy/up}, {@code deploy/down} and {@code deploy/status}. */
@NullMarked
package io.passport.local.command;

import org.jspecify.annotations.NullMarked;
