package io.passport.violators.two;

import io.passport.violators.one.One;

/** Breaks {@code featuresFormNoCycle} together with {@link One}. */
public record Two(One one) {}
