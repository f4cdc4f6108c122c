/** SMS codes, which verify-service stores: consumed for one act, released when the act failed. */
@NullMarked
package io.passport.user.smscode;

import org.jspecify.annotations.NullMarked;
