package io.passport.common.violators;

import java.sql.Connection;

/** Breaks {@code commonUsesNoDatabaseAndNoSpringData}. */
record UsesDatabase(Connection connection) {}
