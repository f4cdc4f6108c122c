package io.passport.verify.smsledger;

import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Migrates the ledger's schema before its first use instead of at start-up, so that image codes and SMS work without the
 * database.
 */
@Component
class LedgerSchema {

    private final Flyway flyway;
    private final AtomicBoolean current = new AtomicBoolean();

    LedgerSchema(Flyway flyway) {
        this.flyway = flyway;
    }

    /**
     * Migrates the schema if this instance has not done so. {@link LedgerFlushJob} calls it before each copy. Concurrent calls
     * are safe: Flyway locks.
     *
     * @throws DataAccessResourceFailureException when the database is unavailable; the next call tries again
     */
    void migrate() {
        if (current.get()) {
            return;
        }
        try {
            flyway.migrate();
            current.set(true);
        } catch (FlywayException unavailable) {
            throw new DataAccessResourceFailureException("The ledger's schema could not be migrated", unavailable);
        }
    }

    /** Disables the migration at start-up. */
    @Configuration(proxyBeanMethods = false)
    static class NoMigrationAtStartup {

        @Bean
        FlywayMigrationStrategy noMigrationAtStartup() {
            return flyway -> {};
        }
    }
}
