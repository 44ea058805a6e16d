package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import org.carme.users.PersonalData;

/** Which batch jobs an administrator has begun or stopped: they stay, under a pseudonym. */
@ApplicationScoped
class ExecutionData implements PersonalData {
    @Inject
    StarterRepository starters;

    @Override
    public String section() {
        return "batch-executions";
    }

    @Override
    public Set<String> people() {
        return starters.all();
    }

    @Override
    public long count(String user) {
        return starters.of(user).size();
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        return Part.whole(starters.of(user).stream().map(ExecutionData::json).toList());
    }

    private static JsonObject json(StarterRepository.Started started) {
        return Json.createObjectBuilder()
                .add("execution", started.execution())
                .add("job", started.job())
                .add("at", started.at().toString())
                .build();
    }

    @Override
    public void forget(String user, String pseudonym) {
        starters.rename(user, pseudonym);
    }
}
