package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.users.PersonalData;
import org.carme.users.PersonalDataInUseException;

/** Jobs as data about a person: the use of the cluster stays, whose it was goes. */
@ApplicationScoped
class JobData implements PersonalData {
    private static final int PART = 200;

    @Inject
    JobRepository jobs;

    @Override
    public String section() {
        return "jobs";
    }

    @Override
    public Set<String> people() {
        return jobs.owners();
    }

    @Override
    public long count(String user) {
        return jobs.count(user);
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        JobQuery own = new JobQuery(
                Optional.of(user),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                JobOrder.NEWEST);
        long before = cursor.map(Long::valueOf).orElse(Long.MAX_VALUE);
        List<JobSummary> found = jobs.find(new JobCriteria(own, before), PART).stream()
                .map(Job::summary)
                .toList();
        return new Part(
                found.stream().map(JobData::json).toList(),
                found.size() < PART
                        ? Optional.empty()
                        : Optional.of(Long.toString(found.get(PART - 1).id().value())));
    }

    private static JsonObject json(JobSummary job) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", job.id().value())
                .add("name", job.name())
                .add("template", job.template())
                .add("image", job.image())
                .add("imageVersion", job.imageVersion())
                .add("nodes", job.nodes())
                .add("acceleratorsPerNode", job.acceleratorsPerNode())
                .add("timeLimitMinutes", job.timeLimit().toMinutes())
                .add("state", job.state().name())
                .add("stageIn", Json.createArrayBuilder(job.data().stageIn()))
                .add("stageOut", job.data().stageOut().orElse(""))
                .add("reason", job.reason())
                .add("nodeNames", Json.createArrayBuilder(job.nodeNames()))
                .add("submittedAt", job.submittedAt().toString());
        job.acceleratorType().ifPresent(type -> json.add("acceleratorType", type));
        job.slurmJobId().ifPresent(id -> json.add("slurmJobId", id));
        job.outcome().ifPresent(outcome -> json.add("outcome", outcome.name()));
        addTime(json, "startedAt", job.startedAt());
        addTime(json, "endedAt", job.endedAt());
        return json.build();
    }

    private static void addTime(JsonObjectBuilder json, String name, Optional<Instant> time) {
        time.ifPresent(present -> json.add(name, present.toString()));
    }

    @Override
    public void forget(String user, String pseudonym) {
        jobs.lockStartsOf(user);
        long active = jobs.countActiveOf(user);
        if (active > 0) {
            throw new PersonalDataInUseException(user, active);
        }
        jobs.rename(user, pseudonym);
    }
}
