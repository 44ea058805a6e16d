package org.carme.joblogs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.jobs.JobId;
import org.carme.users.PersonalData;

/** Job logs as data about a person: anything may stand in them. */
@ApplicationScoped
class JobLogData implements PersonalData {
    private static final int PART = 50;

    @Inject
    JobLogRepository logs;

    @Override
    public String section() {
        return "logs";
    }

    @Override
    public Set<String> people() {
        return Set.of();
    }

    @Override
    public long count(String user) {
        return logs.count(user);
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        List<Long> found = logs.jobsOf(user, cursor.map(Long::valueOf).orElse(0L), PART);
        return new Part(
                found.stream().map(this::json).toList(),
                found.size() < PART ? Optional.empty() : Optional.of(Long.toString(found.get(PART - 1))));
    }

    private JsonObject json(long job) {
        String text = logs.find(new JobId(job)).map(log -> log.tail().text()).orElse("");
        return Json.createObjectBuilder().add("job", job).add("log", text).build();
    }

    /** Whether the jobs have the pseudonym already depends on who is asked first. */
    @Override
    public void forget(String user, String pseudonym) {
        logs.remove(user);
        logs.remove(pseudonym);
    }
}
