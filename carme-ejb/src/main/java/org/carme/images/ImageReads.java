package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.common.Part;

/** What somebody sees of the catalogue, each in one transaction. A missing viewer is an image manager. */
@ApplicationScoped
@Transactional
class ImageReads {
    private static final int MOST = 50;

    @Inject
    ImageRepository images;

    @Inject
    ImageUse use;

    @Inject
    ImageOffers offers;

    Part<ImageSummary> find(ImageQuery query, Optional<ImageViewer> viewer) {
        List<String> found = images.find(new ImageCriteria(query, viewer), MOST + 1);
        List<String> names = found.subList(0, Math.min(MOST, found.size()));
        Map<String, List<ImageVersion>> versions =
                images.versions(names).stream().collect(Collectors.groupingBy(ImageVersion::image));
        Map<String, Long> active = viewer.isEmpty() ? use.active(names) : Map.of();
        List<ImageSummary> rows = images.named(names).stream()
                .map(image -> summary(
                        image,
                        shown(image, versions.getOrDefault(image.name(), List.of()), viewer),
                        active.getOrDefault(image.name(), 0L)))
                .toList();
        return new Part<>(rows, found.size() > MOST ? Optional.of(names.get(MOST - 1)) : Optional.empty());
    }

    private static ImageSummary summary(Image image, List<ImageVersion> versions, long active) {
        return new ImageSummary(
                image.profile(),
                image.owner(),
                current(versions).map(ImageVersion::summary),
                versions.stream().map(ImageVersion::summary).toList(),
                active);
    }

    /** @throws ImageNotFoundException also for those who may not see it */
    ImageDetails details(String name, Optional<ImageViewer> viewer) {
        Image image = visible(name, viewer);
        List<ImageVersion> versions = shown(image, images.versions(List.of(name)), viewer);
        if (viewer.isPresent() && versions.isEmpty()) {
            throw new ImageNotFoundException(name);
        }
        Map<String, ImageUse.Jobs> jobs = viewer.isEmpty() ? use.ofVersions(name) : Map.of();
        return new ImageDetails(
                image.profile(),
                image.owner(),
                image.revision(),
                current(versions).map(ImageVersion::name),
                versions.stream()
                        .map(version ->
                                version.details().withJobs(jobs.getOrDefault(version.name(), ImageUse.Jobs.NONE)))
                        .toList(),
                viewer.isEmpty() ? offers.templatesWith(name) : List.of(),
                viewer.isEmpty());
    }

    /** @throws ImageNotFoundException also for those who may not see it */
    VersionName versionName(String image, String version, Optional<ImageViewer> viewer) {
        Image found = visible(image, viewer);
        return images.version(image, version)
                .filter(row -> isShown(found, row, viewer))
                .map(ImageVersion::versionName)
                .orElseThrow(() -> new ImageNotFoundException(ImageReference.text(image, version)));
    }

    /** @return all that the viewer may see, by their numbers */
    Map<Long, VersionName> versionNames(Optional<ImageViewer> viewer) {
        return images.versionNames(VisibleVersions.of(viewer)).stream()
                .collect(Collectors.toMap(VersionName::id, Function.identity()));
    }

    private static List<ImageVersion> shown(Image image, List<ImageVersion> versions, Optional<ImageViewer> viewer) {
        return versions.stream()
                .filter(version -> isShown(image, version, viewer))
                .toList();
    }

    private static boolean isShown(Image image, ImageVersion version, Optional<ImageViewer> viewer) {
        return viewer.map(reader -> reader.maySee(image, version)).orElse(true);
    }

    List<RegisteredVersion> registered() {
        return images.withLocation();
    }

    private Image visible(String name, Optional<ImageViewer> viewer) {
        return images.find(name)
                .filter(image -> viewer.map(reader -> reader.maySee(image)).orElse(true))
                .orElseThrow(() -> new ImageNotFoundException(name));
    }

    private static Optional<ImageVersion> current(List<ImageVersion> versions) {
        return versions.stream()
                .filter(version -> version.state().isStartable())
                .min(ImageVersion.BEST_FIRST);
    }
}
