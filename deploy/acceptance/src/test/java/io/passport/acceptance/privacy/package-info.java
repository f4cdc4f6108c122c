/** Secrets and personal data that must not be stored or shown. */
@NullMarked
package io.passport.acceptance.privacy;

import org.jspecify.annotations.NullMarked;
