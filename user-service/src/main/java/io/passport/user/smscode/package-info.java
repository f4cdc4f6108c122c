/** SMS codes, which verify-service stores: consumed for one action, released when the action fails. */
@NullMarked
package io.passport.user.smscode;

import org.jspecify.annotations.NullMarked;
