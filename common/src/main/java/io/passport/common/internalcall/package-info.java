/** Who may call whom: every call between processes is signed, every endpoint names its callers. */
@NullMarked
package io.passport.common.internalcall;

import org.jspecify.annotations.NullMarked;
