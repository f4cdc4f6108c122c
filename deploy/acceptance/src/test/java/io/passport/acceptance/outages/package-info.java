/** Third parties and storage that fail, hang or freeze, and come back. */
@NullMarked
package io.passport.acceptance.outages;

import org.jspecify.annotations.NullMarked;
