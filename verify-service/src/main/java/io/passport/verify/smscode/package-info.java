/** Codes sent to a mobile number: asked for by a page, taken by user-service. */
@NullMarked
package io.passport.verify.smscode;

import org.jspecify.annotations.NullMarked;
