/** The local profile's pages in a real browser, at the width of a phone. */
@NullMarked
package io.passport.acceptance.pages;

import org.jspecify.annotations.NullMarked;
