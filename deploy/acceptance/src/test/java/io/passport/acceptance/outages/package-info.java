/** Vendors and storage that fail, hang or freeze, and recover. */
@NullMarked
package io.passport.acceptance.outages;

import org.jspecify.annotations.NullMarked;
