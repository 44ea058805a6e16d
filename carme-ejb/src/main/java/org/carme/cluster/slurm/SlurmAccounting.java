package org.carme.cluster.slurm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.slurm.AnswerReader.Items;

/** Questions to Slurm's accounting (slurmdbd): it remembers what the controller forgets, and knows the users. */
final class SlurmAccounting {
    private final SlurmClient client;
    private final String own;

    SlurmAccounting(SlurmClient client, String own) {
        this.client = client;
        this.own = own;
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
        // All versions understand a date, in the controller's time zone: one day more covers them all.
        String day = from.minus(Duration.ofDays(1))
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
        List<SchedulerJob> jobs = new ArrayList<>();
        client.call(api -> Request.get(own, api.accounting("jobs/"), JobReader.ofAccounting(jobs::add))
                .with("start_time", day)
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
        client.call(api -> Request.get(own, api.accounting("associations/"), items)
                .with("user", user)
                .expecting(SlurmErrors.NO_RESULT));
        return associations.stream().anyMatch(found -> found.text("user").equals(user));
    }
}
