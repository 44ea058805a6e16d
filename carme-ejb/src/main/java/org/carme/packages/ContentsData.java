package org.carme.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.Optional;
import java.util.Set;
import org.carme.users.PersonalData;

/** Who has said what is inside images, as data about a person: what was said stays, the name goes. */
@ApplicationScoped
class ContentsData implements PersonalData {
    @Inject
    PackageRepository packages;

    @Override
    public String section() {
        return "image-contents";
    }

    @Override
    public Set<String> people() {
        return packages.takers();
    }

    @Override
    public long count(String user) {
        return packages.takenBy(user).size();
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        return Part.whole(packages.takenBy(user).stream()
                .map(version ->
                        Json.createObjectBuilder().add("version", version).build())
                .toList());
    }

    @Override
    public void forget(String user, String pseudonym) {
        packages.rename(user, pseudonym);
    }
}
