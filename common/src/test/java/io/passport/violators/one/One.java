package io.passport.violators.one;

import io.passport.violators.two.Two;

/** Breaks {@code featuresFormNoCycle} together with {@link Two}. */
public record One(Two two) {}
