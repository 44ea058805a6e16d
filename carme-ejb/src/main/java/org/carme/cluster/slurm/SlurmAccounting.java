package org.carme.cluster.slurm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.slurm.AnswerReader.Items;

/** Questions to Slurm's accounting (slurmdbd): it remembers what the controller forgets, and knows the users. */
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

    List<SchedulerJob> jobs(Instant from) {
        // A time of day would be in the controller's time zone, and a whole day's records can take minutes.
        Duration back = Duration.between(from, clock.instant()).plus(CLOCK_SKEW);
        List<SchedulerJob> jobs = new ArrayList<>();
        client.call(api -> Request.get(own, api.accounting("jobs/"), JobReader.ofAccounting(jobs::add))
                .with("start_time", "now-" + Math.max(0, back.toSeconds()))
                .expecting(SlurmErrors.NO_RESULT)
                .inBulk());
        return jobs.stream()
                .filter(job -> !job.submittedAt().orElse(Instant.EPOCH).isBefore(from))
                .toList();
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
}
