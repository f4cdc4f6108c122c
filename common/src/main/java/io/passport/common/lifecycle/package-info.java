/** How a process of Passport leaves without anybody noticing. */
@NullMarked
package io.passport.common.lifecycle;

import org.jspecify.annotations.NullMarked;
