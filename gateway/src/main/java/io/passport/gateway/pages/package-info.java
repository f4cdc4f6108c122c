/** The web pages and the link to the SMS inbox, only in the local profile. */
@NullMarked
package io.passport.gateway.pages;

import org.jspecify.annotations.NullMarked;
