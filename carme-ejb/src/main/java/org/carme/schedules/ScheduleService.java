package org.carme.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carme.database.Retry;
import org.carme.users.Administrators;

/** What administrators do with the schedules of batch jobs. Every method refuses everybody else. */
@ApplicationScoped
public class ScheduleService {
    private static final int PREVIEW = 5;

    @Inject
    Administrators administrators;

    @Inject
    JobCatalogue catalogue;

    @Inject
    ScheduleStore store;

    @Inject
    Clock clock;

    /** @return by name */
    public List<JobPlan> list(String admin) {
        administrators.require(admin);
        return store.plans(catalogue.all());
    }

    /** @throws JobNotFoundException if there is none */
    public JobPlan get(String admin, String name) {
        administrators.require(admin);
        return store.plans(List.of(catalogue.get(name))).get(0);
    }

    /**
     * When a schedule would start the job next.
     *
     * @throws org.carme.common.InvalidRequestException naming what is wrong
     */
    public List<Instant> preview(String admin, String name, WantedSchedule wanted) {
        return check(admin, name, wanted).upcoming(clock.instant(), PREVIEW);
    }

    private Schedule check(String admin, String name, WantedSchedule wanted) {
        administrators.require(admin);
        return ScheduleRules.check(scheduled(name), wanted);
    }

    private ScheduledJob scheduled(String name) {
        return catalogue
                .find(name)
                .filter(job -> job.usual().isPresent())
                .orElseThrow(() -> new JobNotFoundException(name));
    }

    /**
     * Changes when a job is started.
     *
     * @param version {@link JobPlan#version()} of what the caller has seen
     * @throws org.carme.common.InvalidRequestException naming what is wrong
     * @throws org.carme.common.ChangedMeanwhileException if somebody else has changed it since
     */
    public JobPlan change(String admin, String name, WantedSchedule wanted, long version) {
        Schedule schedule = check(admin, name, wanted);
        Retry.onConflict(() -> store.change(admin, scheduled(name), schedule, version));
        return get(admin, name);
    }

    /** Goes back to what is usual; version and failures as in {@link #change}. */
    public JobPlan reset(String admin, String name, long version) {
        administrators.require(admin);
        Retry.onConflict(() -> store.reset(admin, scheduled(name), version));
        return get(admin, name);
    }

    /** @return what an execution gets that is begun now */
    public Map<String, String> parameters(String admin, String name) {
        return get(admin, name)
                .schedule()
                .map(Schedule::parameters)
                .map(Map::copyOf)
                .orElse(Map.of());
    }
}
