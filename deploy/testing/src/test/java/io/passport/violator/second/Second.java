package io.passport.violator.second;

import io.passport.violator.first.First;

/** Half of a cycle of features. */
public record Second(First first) {}
