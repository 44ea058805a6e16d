package org.carme.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.users.PersonalData;

/** Samples as data about a person: with the owner's name on the job, whose they are goes as well. */
@ApplicationScoped
class UsageData implements PersonalData {
    private static final int PART = 1000;

    @Inject
    UsageRepository usage;

    @Override
    public String section() {
        return "usage";
    }

    @Override
    public Set<String> people() {
        return Set.of();
    }

    @Override
    public long count(String user) {
        return usage.count(user);
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        List<NodeSample> found = usage.of(user, cursor.map(Place::parse).orElse(Place.START), PART);
        return new Part(
                found.stream().map(UsageData::json).toList(),
                found.size() < PART
                        ? Optional.empty()
                        : Optional.of(Place.of(found.get(PART - 1)).text()));
    }

    private static JsonObject json(NodeSample row) {
        Sample sample = row.sample();
        JsonArrayBuilder devices = Json.createArrayBuilder();
        for (DeviceSample device : sample.devices()) {
            JsonObjectBuilder json = Json.createObjectBuilder().add("index", device.index());
            device.percent().ifPresent(percent -> json.add("utilizationPercent", percent));
            device.memory().ifPresent(memory -> json.add("memoryBytes", memory));
            devices.add(json);
        }
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("job", row.job().value())
                .add("node", row.node())
                .add("at", sample.at().toString())
                .add("gpus", devices);
        sample.cores().ifPresent(cores -> json.add("cpuCores", cores));
        sample.memory().ifPresent(memory -> json.add("memoryBytes", memory));
        return json.build();
    }

    @Override
    public void forget(String user, String pseudonym) {
        // the jobs get the pseudonym
    }

    /** Where a part ends. */
    record Place(long job, int node, long at) {
        static final Place START = new Place(0, 0, 0);

        static Place of(NodeSample row) {
            return new Place(row.job().value(), row.node(), row.sample().at().toEpochMilli());
        }

        static Place parse(String text) {
            String[] parts = text.split(":", -1);
            return new Place(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        }

        String text() {
            return job + ":" + node + ":" + at;
        }
    }
}
