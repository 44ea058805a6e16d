package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;
import org.carme.users.Person;

/**
 * Which images somebody may start: of those that templates offer what is approved; own ones, and as an image manager all, with
 * any template and as drafts too.
 */
@ApplicationScoped
public class ImageStarts {
    @Inject
    ImageRepository images;

    @Inject
    ImageProjects projects;

    /**
     * What a form offers.
     *
     * @param offered names of images that templates offer the person
     * @return by name: those of these that the person may use and that have a version to start, and own ones
     */
    @Transactional
    public Map<String, ImageOption> options(Person person, Collection<String> offered) {
        Set<String> own =
                images.ownedBy(person.name()).stream().map(Image::name).collect(Collectors.toSet());
        Set<String> others = new HashSet<>(offered);
        others.removeAll(own);
        Collection<String> active = projects.activeOf(person.name());
        Map<String, List<ImageVersion>> versions = Stream.concat(
                        images.startable(others, false).stream(), images.startable(own, true).stream())
                .collect(Collectors.groupingBy(ImageVersion::image));
        return images.named(versions.keySet()).stream()
                .filter(image ->
                        own.contains(image.name()) || image.profile().access().includes(person.groups(), active))
                .collect(Collectors.toMap(
                        Image::name, image -> image.option(own.contains(image.name()), versions.get(image.name()))));
    }

    /** @return whether the person may start this image with every template that he may use */
    @Transactional
    public boolean isFree(Person person, String image) {
        return images.find(image).filter(found -> isFree(person, found)).isPresent();
    }

    private static boolean isFree(Person person, Image image) {
        return image.owner().equals(person.name()) || ImageManagers.include(person);
    }

    /**
     * What the person gets, in the transaction of the start: until its end nobody can disable or delete that version.
     *
     * @throws InvalidRequestException if it cannot be started, or not by him
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public StartedImage lock(Person person, ImageReference wanted) {
        Image image = images.find(wanted.name())
                .filter(found ->
                        isFree(person, found) || includes(found.profile().access(), person))
                .orElseThrow(() -> refused("invalid-request.image-not-yours", wanted.name()));
        List<ImageVersion> startable = images.lockStartable(image.name(), isFree(person, image));
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

    private boolean includes(ImageAccess access, Person person) {
        return access.isOpen() || access.includes(person.groups(), projects.activeOf(person.name()));
    }

    private static InvalidRequestException refused(String key, Object... arguments) {
        return InvalidRequestException.about("image", key, arguments);
    }
}
