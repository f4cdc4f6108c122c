/** Requests that no page sends: broken JSON, wrong types, wrong sizes, broken HTTP. */
@NullMarked
package io.passport.acceptance.malformed;

import org.jspecify.annotations.NullMarked;
