/** That the gateway, which waits for this service, waits longer than this service for anything. */
@NullMarked
package io.passport.user.remote;

import org.jspecify.annotations.NullMarked;
