/** The lines of the contract's table, one class for each operation. */
@NullMarked
package io.passport.acceptance.operations;

import org.jspecify.annotations.NullMarked;
