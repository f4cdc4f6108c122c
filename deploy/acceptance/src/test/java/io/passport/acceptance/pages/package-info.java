/** The local stack's pages, in a real browser at a phone's width. */
@NullMarked
package io.passport.acceptance.pages;

import org.jspecify.annotations.NullMarked;
