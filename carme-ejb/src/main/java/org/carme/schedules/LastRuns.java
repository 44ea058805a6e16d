package org.carme.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carme.users.Administrators;

/** How the batch jobs of all portals went last, for those who look after the system: it answers without the database, too. */
@ApplicationScoped
public class LastRuns {
    private static final Logger LOG = System.getLogger(LastRuns.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(10);

    @Inject
    Administrators administrators;

    @Inject
    JobCatalogue catalogue;

    @Inject
    RunRepository history;

    @Inject
    Clock clock;

    private SortedMap<String, Run> runs = Collections.emptySortedMap();
    private Instant asOf = Instant.EPOCH;

    /**
     * @return by the job's name, not older than ten seconds; while the database is away it is what was last read. A job
     *     that has never run is missing
     */
    public SortedMap<String, Run> all(String admin) {
        administrators.require(admin);
        return fresh();
    }

    private synchronized SortedMap<String, Run> fresh() {
        Instant now = clock.instant();
        if (asOf.plus(FRESH).isBefore(now)) {
            asOf = now;
            try {
                runs = read();
            } catch (PersistenceException | TransactionalException away) {
                LOG.log(Level.WARNING, "The history of batch jobs cannot be read", away);
            }
        }
        return runs;
    }

    private SortedMap<String, Run> read() {
        SortedMap<String, Run> found = new TreeMap<>();
        history.last(catalogue.all(), 1).forEach((job, last) -> last.forEach(run -> found.put(job, run)));
        return Collections.unmodifiableSortedMap(found);
    }
}
