package org.carme.builds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carme.common.InvalidRequestException;
import org.carme.images.ImageCatalogue;
import org.carme.images.ImageNotFoundException;
import org.carme.images.ImageReference;
import org.carme.images.ImageVersionDetails;
import org.carme.images.RuntimeCatalogue;
import org.carme.images.RuntimeDeclaration;
import org.carme.images.VersionContent;
import org.carme.images.VersionState;

/** What builds begin with, and where they put what they make. */
@ApplicationScoped
class BuildSources {
    private static final Pattern FILE = Pattern.compile(".*\\.(sif|sqfs|squashfs|img|tar|t?gz)");
    private static final int RANDOM = 8;

    @Inject
    ImageCatalogue images;

    @Inject
    RuntimeCatalogue runtimes;

    @Inject
    BuildSettings settings;

    /**
     * The version that a recipe begins with.
     *
     * @param base {@code name}, or {@code name:version}
     * @throws InvalidRequestException if the user cannot use it, or it is no folder
     */
    BuildPlan.Source base(String user, String base) {
        ImageReference wanted = ImageReference.of(base);
        try {
            Optional<String> version =
                    wanted.version().or(() -> images.get(user, wanted.name()).current());
            return folder(user, wanted.name(), version.orElse(""));
        } catch (ImageNotFoundException e) {
            throw InvalidRequestException.about("base", "invalid-request.build-base", base);
        }
    }

    /**
     * A version whose files are to be copied.
     *
     * @throws ImageNotFoundException if the user may not see it
     * @throws InvalidRequestException if it is no folder
     */
    BuildPlan.Source folder(String user, String image, String version) {
        VersionContent content = content(user, image, version);
        boolean isFolder = content.location().startsWith("/")
                && !FILE.matcher(content.location()).matches()
                && runtime(content).locations().contains(RuntimeDeclaration.DIRECTORY);
        if (!isFolder) {
            String name = ImageReference.text(image, version);
            throw InvalidRequestException.about("base", "invalid-request.build-base-folder", name);
        }
        return new BuildPlan.Source(image, version, content.location(), content.digest());
    }

    /**
     * A version that is only looked at.
     *
     * @throws ImageNotFoundException if the user may not see it
     * @throws InvalidRequestException if it is no file or folder of the nodes
     */
    BuildPlan.Source any(String user, String image, String version) {
        VersionContent content = content(user, image, version);
        if (!content.location().startsWith("/")) {
            String name = ImageReference.text(image, version);
            throw InvalidRequestException.about("base", "invalid-request.build-base-path", name);
        }
        return new BuildPlan.Source(image, version, content.location(), Optional.empty());
    }

    /** @throws InvalidRequestException if the version's runtime cannot let people write to images */
    void requireWritable(String user, BuildPlan.Source source) {
        RuntimeDeclaration runtime = runtime(content(user, source.image(), source.version()));
        if (runtime.writable().isEmpty()) {
            throw InvalidRequestException.about("base", "invalid-request.build-writable", runtime.title());
        }
    }

    boolean isDraft(String user, String image, String version) {
        return images.version(user, image, version).state() == VersionState.DRAFT;
    }

    private VersionContent content(String user, String image, String version) {
        ImageVersionDetails details = images.version(user, image, version);
        return details.spec().content();
    }

    /** One that is not declared any more cannot be started either. */
    private RuntimeDeclaration runtime(VersionContent content) {
        return runtimes.find(content.runtime()).orElse(RuntimeDeclaration.NONE);
    }

    /** @return a folder that there is not yet */
    String target(String user, String image, String version) {
        String random = UUID.randomUUID().toString().substring(0, RANDOM);
        return settings.folderOf(user) + "/" + image + "-" + version + "-" + random;
    }

    /** @return in whose folder that location is, empty if in nobody's */
    Optional<String> makerOf(String location) {
        return settings.makerOf(location);
    }
}
