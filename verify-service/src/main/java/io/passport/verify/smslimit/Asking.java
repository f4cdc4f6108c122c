package io.passport.verify.smslimit;

import io.passport.common.pii.Mobile;

/**
 * Who asks for a message, and what for.
 *
 * @param purpose a word: {@code register}, {@code login}, …
 * @param mobile who is to receive it
 * @param address the client's
 */
public record Asking(String purpose, Mobile mobile, String address) {}
