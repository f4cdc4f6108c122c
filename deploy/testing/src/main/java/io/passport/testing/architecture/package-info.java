/** Architecture rules that hold in every module. */
@NullMarked
package io.passport.testing.architecture;

import org.jspecify.annotations.NullMarked;
