/** Invalid requests: malformed HTTP and JSON, wrong types, wrong sizes. */
@NullMarked
package io.passport.acceptance.malformed;

import org.jspecify.annotations.NullMarked;
