package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.users.PersonalData;

/** Who owns images and has made or approved versions, as data about a person: the images stay, the name goes. */
@ApplicationScoped
class ImageData implements PersonalData {
    @Inject
    ImageRepository images;

    @Override
    public String section() {
        return "images";
    }

    @Override
    public Set<String> people() {
        return images.people();
    }

    @Override
    public long count(String user) {
        return (long) images.ownedBy(user).size() + images.madeBy(user).size();
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        List<JsonObject> rows = new ArrayList<>();
        images.ownedBy(user)
                .forEach(image -> rows.add(
                        Json.createObjectBuilder().add("owns", image.name()).build()));
        images.madeBy(user)
                .forEach(version -> rows.add(Json.createObjectBuilder()
                        .add("version", ImageReference.text(version.image(), version.name()))
                        .add("created", version.isCreatedBy(user))
                        .build()));
        return Part.whole(rows);
    }

    @Override
    public void forget(String user, String pseudonym) {
        images.ownedBy(user).forEach(image -> image.belongTo(pseudonym));
        images.madeBy(user).forEach(version -> version.rename(user, pseudonym));
    }
}
