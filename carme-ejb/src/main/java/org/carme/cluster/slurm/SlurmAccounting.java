package org.carme.cluster.slurm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.carme.cluster.AccountedRun;
import org.carme.cluster.Association;
import org.carme.cluster.AssociationLimits;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.slurm.AnswerReader.Items;

/** Questions to Slurm's accounting (slurmdbd): it remembers what the controller forgets, and knows users and limits. */
final class SlurmAccounting {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final SlurmClient client;
    private final String own;
    private final Clock clock;

    SlurmAccounting(SlurmClient client, String own, Clock clock) {
        this.client = client;
        this.own = own;
        this.clock = clock;
    }

    Optional<SchedulerJob> find(String id) {
        List<SchedulerJob> jobs = new ArrayList<>();
        client.call(api -> Request.get(own, api.accounting("job/" + id), JobReader.ofAccounting(jobs::add))
                .expecting(SlurmErrors.NO_RESULT));
        // Ids are given out again after a controller's sudden death, or after some years.
        return jobs.stream()
                .filter(job -> job.id().equals(id))
                .max(Comparator.comparing(job -> job.submittedAt().orElse(Instant.EPOCH)));
    }

    /** @return what was submitted since then */
    List<SchedulerJob> jobs(Instant from) {
        List<SchedulerJob> jobs = new ArrayList<>();
        client.call(
                api -> jobs(api, JobReader.ofAccounting(jobs::add)).with("start_time", ago(from.minus(CLOCK_SKEW))));
        return jobs.stream()
                .filter(job -> !job.submittedAt().orElse(Instant.EPOCH).isBefore(from))
                .toList();
    }

    /**
     * Hands on what ended in between. Slurm lists all that ran then, whatever the state: a question for final states would
     * leave out runs that were put back into the queue.
     */
    void ended(Instant from, Instant to, Consumer<AccountedRun> each) {
        Consumer<AccountedRun> within = run -> {
            boolean known = run.job().startedAt().isPresent();
            run.job()
                    .endsAt()
                    .filter(end -> known && !end.isBefore(from) && end.isBefore(to))
                    .ifPresent(end -> each.accept(run));
        };
        client.call(api -> {
            Request request = jobs(api, JobReader.ofRuns(within))
                    .with("start_time", absolute(from))
                    .with("end_time", absolute(to));
            // Later versions forget their defaults, such as records of earlier runs, where one of these flags is given.
            return api.isModern() ? request : request.with("skip_steps", "true");
        });
    }

    private Request jobs(ApiVersion api, Items items) {
        return Request.get(own, api.accounting("jobs/"), items)
                .expecting(SlurmErrors.NO_RESULT)
                .inBulk();
    }

    private static String absolute(Instant time) {
        return "uts" + time.getEpochSecond();
    }

    /** A time of day would be in the controller's time zone, and a whole day's records can take minutes. */
    private String ago(Instant time) {
        return "now-" + Math.max(0, Duration.between(time, clock.instant()).toSeconds());
    }

    /** @return whether the user has an association, without which no job of his is accepted */
    boolean knows(String user) {
        List<Fields> associations = new ArrayList<>();
        Items items = new Items("associations", Set.of("user"), associations::add);
        client.call(api -> associations(api, user, items));
        return associations.stream().anyMatch(found -> found.text("user").equals(user));
    }

    /** @return nothing: slurmdbd does not tell its version */
    String probe() {
        client.askAnyway(api -> associations(api, own, Items.NONE));
        return "";
    }

    private Request associations(ApiVersion api, String user, Items items) {
        return Request.get(own, api.accounting("associations/"), items)
                .with("user", user)
                .expecting(SlurmErrors.NO_RESULT);
    }

    List<AssociationLimits> limits() {
        List<AssociationLimits> limits = new ArrayList<>();
        Items items = new Items(
                "associations",
                Set.of("cluster", "account", "user", "partition", "max"),
                found -> limits.add(limits(found)));
        client.call(api -> Request.get(own, api.accounting("associations/"), items)
                .expecting(SlurmErrors.NO_RESULT)
                .inBulk());
        return limits;
    }

    private static AssociationLimits limits(Fields found) {
        Fields max = found.object("max");
        Map<String, Long> resources = new HashMap<>();
        for (Fields resource : max.object("tres").objects("total")) {
            resource.number("count").ifPresent(count -> resources.put(AllotmentReader.name(resource), count));
        }
        return new AssociationLimits(
                new Association(
                        found.text("cluster"), found.text("account"), found.text("user"), found.text("partition")),
                max.object("jobs").object("per").number("count"),
                resources);
    }
}
