package org.carme.batch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.carme.common.Recurring;
import org.carme.database.Schema;
import org.carme.executions.Portals;
import org.carme.executions.Runners;

/** Gives signs of life, looks for portals that give none, and for executions of this one that have to stop. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExecutionWatch {
    /** So seldom it looks at all executions, for what no death of a portal tells of. */
    private static final int ROUNDS = 20;

    @Inject
    Schema schema;

    @Inject
    Portals portals;

    @Inject
    Runners runners;

    @Inject
    BatchJobs batchJobs;

    @Inject
    LocalExecutions executions;

    private final Recurring watching = new Recurring("Executions of batch jobs are not watched at present");
    private int round;
    private boolean areLeftOvers = true;

    /** Marks what is left before anything is started; to go on with it has to wait until the application has begun. */
    @PostConstruct
    void begin() {
        schema.ready();
        batchJobs.prepare();
        portals.begin();
        portals.bury();
        runners.register(new BatchRunner(batchJobs));
        batchJobs.markLeftOvers();
    }

    @PreDestroy
    void end() {
        portals.end();
    }

    /** No batch job: it takes milliseconds, and a history of it would tell nothing. */
    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void watch() {
        watching.run(this::look);
    }

    private void look() {
        if (!portals.beat()) {
            executions.stopAll();
        }
        round = (round + 1) % ROUNDS;
        areLeftOvers |= portals.bury() || round == 0;
        if (areLeftOvers) {
            batchJobs.markLeftOvers();
            batchJobs.goOnWithLeftOvers();
            areLeftOvers = false;
        }
        executions.look();
    }
}
