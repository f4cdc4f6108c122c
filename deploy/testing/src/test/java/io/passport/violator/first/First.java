package io.passport.violator.first;

import io.passport.violator.second.Second;

/** Half of a cycle of features. */
public record First(Second second) {}
