/** The launched stack as a test meets it: its start and end, its parts, and what stands behind its doors. */
@NullMarked
package io.passport.acceptance.stack;

import org.jspecify.annotations.NullMarked;
