/** How much a picture costs; in the package of the renderer, which shows itself to nobody else. */
@NullMarked
package io.passport.verify.imagecode;

import org.jspecify.annotations.NullMarked;
