/** People and programs that call Passport, what they hold and what they are answered. */
@NullMarked
package io.passport.acceptance.visitor;

import org.jspecify.annotations.NullMarked;
