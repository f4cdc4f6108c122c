/** Clients of the API, the values they send and assertions on the responses. */
@NullMarked
package io.passport.acceptance.visitor;

import org.jspecify.annotations.NullMarked;
