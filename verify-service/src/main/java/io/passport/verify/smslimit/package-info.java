/** SMS quotas: limits for a number, a client, a network, a purpose and the total, checked before a message is sent. */
@NullMarked
package io.passport.verify.smslimit;

import org.jspecify.annotations.NullMarked;
