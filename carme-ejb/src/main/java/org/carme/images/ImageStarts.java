package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carme.common.InvalidRequestException;
import org.carme.users.Person;

/** Which images somebody may start, of those that templates offer. */
@ApplicationScoped
public class ImageStarts {
    @Inject
    ImageRepository images;

    @Inject
    ImageProjects projects;

    /** @return by name: those of these that the person may use and that have a version to start */
    @Transactional
    public Map<String, ImageOption> options(Person person, Collection<String> names) {
        Collection<String> own = projects.activeOf(person.name());
        Map<String, List<ImageVersion>> versions =
                images.startable(names).stream().collect(Collectors.groupingBy(ImageVersion::image));
        return images.named(versions.keySet()).stream()
                .map(Image::profile)
                .filter(profile -> profile.access().includes(person.groups(), own))
                .collect(Collectors.toMap(
                        ImageProfile::name,
                        profile -> new ImageOption(
                                profile.name(),
                                profile.title(),
                                profile.description(),
                                versions.get(profile.name()).stream()
                                        .map(ImageVersion::option)
                                        .toList())));
    }

    /**
     * What the person gets, in the transaction of the start: until its end nobody can disable or delete that version.
     *
     * @throws InvalidRequestException if it cannot be started, or not by him
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public StartedImage lock(Person person, ImageReference wanted) {
        List<ImageVersion> startable = images.lockStartable(wanted.name());
        if (!mayUse(person, wanted.name())) {
            throw refused("invalid-request.image-not-yours", wanted.name());
        }
        if (startable.isEmpty()) {
            throw refused("invalid-request.image-off", wanted.name());
        }
        String version = wanted.version().orElse(startable.get(0).name());
        return startable.stream()
                .filter(one -> one.name().equals(version))
                .findFirst()
                .map(ImageVersion::started)
                .orElseThrow(() -> refused("invalid-request.image-version", wanted.name(), version));
    }

    private boolean mayUse(Person person, String image) {
        return images.find(image)
                .map(found -> found.profile().access())
                .filter(access -> access.isOpen() || access.includes(person.groups(), projects.activeOf(person.name())))
                .isPresent();
    }

    private static InvalidRequestException refused(String key, Object... arguments) {
        return InvalidRequestException.about("image", key, arguments);
    }
}
