/** What a developer's machine serves beside the API: the pages, and the way to the SMS inbox. */
@NullMarked
package io.passport.gateway.pages;

import org.jspecify.annotations.NullMarked;
