package org.carme.presets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import org.carme.users.PersonalData;

/** Presets as data about a person. */
@ApplicationScoped
class PresetData implements PersonalData {
    @Inject
    PresetRepository presets;

    @Override
    public String section() {
        return "presets";
    }

    @Override
    public Set<String> people() {
        return presets.users();
    }

    @Override
    public long count(String user) {
        return presets.of(user).size();
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        return Part.whole(
                presets.of(user).stream().map(row -> json(row.preset())).toList());
    }

    private static JsonObject json(Preset preset) {
        return Json.createObjectBuilder()
                .add("title", preset.title())
                .add("template", preset.template())
                .add("project", preset.project().orElse(""))
                .add("acceleratorType", preset.acceleratorType())
                .add("acceleratorsPerNode", preset.acceleratorsPerNode())
                .add("nodes", preset.nodes())
                .add("image", preset.image())
                .add("timeLimitMinutes", preset.timeLimitMinutes())
                .add("stageIn", Json.createArrayBuilder(preset.data().stageIn()))
                .add("stageOut", preset.data().stageOut().orElse(""))
                .build();
    }

    @Override
    public void forget(String user, String pseudonym) {
        presets.removeAll(user);
    }
}
