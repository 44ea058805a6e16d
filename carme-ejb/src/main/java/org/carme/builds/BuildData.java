package org.carme.builds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import org.carme.users.PersonalData;

/** Builds as data about a person: they go with him; jobs, versions and files have a life of their own. */
@ApplicationScoped
class BuildData implements PersonalData {
    @Inject
    BuildRepository builds;

    @Override
    public String section() {
        return "image-builds";
    }

    @Override
    public Set<String> people() {
        return builds.owners();
    }

    @Override
    public long count(String user) {
        return builds.ownedBy(user).size();
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        return Part.whole(builds.ownedBy(user).stream().map(BuildData::json).toList());
    }

    private static JsonObject json(Build build) {
        return Json.createObjectBuilder()
                .add("job", build.job())
                .add("kind", build.kind().word())
                .add("version", build.makes())
                .add("base", build.source().name())
                .add("location", build.location())
                .add("recipe", build.recipe())
                .add("steps", build.steps())
                .add("state", build.state().word())
                .build();
    }

    @Override
    public void forget(String user, String pseudonym) {
        builds.ownedBy(user).forEach(builds::remove);
    }
}
