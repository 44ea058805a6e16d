package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.common.Part;
import org.carme.users.DirectoryService;
import org.carme.users.Person;

/** The images as somebody may see them: image managers all, others those that they can start. */
@ApplicationScoped
public class ImageCatalogue {
    @Inject
    ImageReads reads;

    @Inject
    DirectoryService directory;

    @Inject
    ImageOffers offers;

    @Inject
    ImageProjects projects;

    /** @return by name, at most 50 at a time */
    public Part<ImageSummary> list(String user, ImageQuery query) {
        return reads.find(query, viewer(user));
    }

    /** @throws ImageNotFoundException if there is none of that name, or the user may not see it */
    public ImageDetails get(String user, String name) {
        return reads.details(name, viewer(user));
    }

    /** @throws ImageNotFoundException if there is no such version, or the user may not see it */
    public ImageVersionDetails version(String user, String name, String version) {
        return get(user, name).versions().stream()
                .filter(one -> one.name().equals(version))
                .findFirst()
                .orElseThrow(() -> new ImageNotFoundException(ImageReference.text(name, version)));
    }

    /** @return every field of two versions in words, in the order in which people read them */
    public List<Difference> compare(String user, String name, String one, String other) {
        Map<String, Object> first = ImageFields.of(version(user, name, one).spec());
        Map<String, Object> second = ImageFields.of(version(user, name, other).spec());
        return ImageFields.NAMES.stream()
                .map(field -> new Difference(
                        field, ImageFields.words(first.get(field)), ImageFields.words(second.get(field))))
                .toList();
    }

    /**
     * A field in two versions.
     *
     * @param field as the API names it
     */
    public record Difference(String field, String first, String second) {
        public boolean isAny() {
            return !first.equals(second);
        }
    }

    /** @return whether the user is an image manager */
    public boolean isManagedBy(String user) {
        return ImageManagers.include(directory.person(user));
    }

    /** @return empty for image managers, who see everything */
    Optional<ImageViewer> viewer(String user) {
        Person person = directory.person(user);
        return ImageManagers.include(person)
                ? Optional.empty()
                : Optional.of(new ImageViewer(user, person.groups(), projects.activeOf(user), offers.to(person)));
    }
}
