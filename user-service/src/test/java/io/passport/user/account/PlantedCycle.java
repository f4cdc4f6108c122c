package io.passport.user.account;

import io.passport.user.login.SignInProperties;

/** Breaks rules of {@code ArchitectureTests}: login uses account. */
record PlantedCycle(SignInProperties properties) {}
