/** What all emulated SMS vendors share: the inbox of sent messages and limits for each number. */
@NullMarked
package io.passport.emulators.sms;

import org.jspecify.annotations.NullMarked;
