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
 * Brings the ledger's schema up to date before its first use and not at the start: pictures and SMS do not wait for a
 * database that only the ledger needs.
 */
@Component
class LedgerSchema {

    private final Flyway flyway;
    private final AtomicBoolean current = new AtomicBoolean();

    LedgerSchema(Flyway flyway) {
        this.flyway = flyway;
    }

    /**
     * Two at once are one after the other: Flyway locks.
     *
     * @throws DataAccessResourceFailureException when the database is away; the next call tries again
     */
    void bringUpToDate() {
        if (current.get()) {
            return;
        }
        try {
            flyway.migrate();
            current.set(true);
        } catch (FlywayException away) {
            throw new DataAccessResourceFailureException("The ledger's schema could not be brought up to date", away);
        }
    }

    /** Keeps Boot from migrating at the start. */
    @Configuration(proxyBeanMethods = false)
    static class NotAtTheStart {

        @Bean
        FlywayMigrationStrategy whenItIsNeeded() {
            return flyway -> {};
        }
    }
}
