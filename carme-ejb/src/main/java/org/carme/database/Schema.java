package org.carme.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.time.Instant;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to this version's schema before anything else uses it. Start-up beans of other modules call
 * {@link #ready()} first: the container then finishes the migration before it answers.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Schema {
    @Resource(lookup = "jdbc/carme")
    private DataSource dataSource;

    private Instant madeAt;

    @PostConstruct
    void migrate() {
        Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .load();
        flyway.migrate();
        madeAt = flyway.info().applied()[0].getInstalledOn().toInstant();
    }

    /** @return when the first table was made, to a few hours */
    public Instant madeAt() {
        return madeAt;
    }

    /** Returns once the schema is complete. */
    public void ready() {
        // reaching this bean is the proof: its creation has migrated the database
    }
}
