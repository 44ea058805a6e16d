package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditService;
import org.carme.common.InvalidRequestException;
import org.carme.configuration.ConfigurationFile;

/** Versions that jobs have made: each becomes a draft, in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MadeVersions {
    @Inject
    ImageRepository images;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Who has had one made.
     *
     * @param isManager whether he may add versions to the images of others
     */
    public record Maker(String name, boolean isManager) {}

    /** What was made: where its files are, the digest over them, and their size. */
    public record Files(String location, String digest, long bytes) {}

    /** @throws InvalidRequestException if an image or a version cannot be called that */
    public static void checkNames(String image, String version) {
        ProfileRules.check(new ImageProfile(image, image, "", ImageAccess.everybody()));
        VersionRules.checkName(version);
    }

    /** @return why that maker cannot add that version of that base now, empty if he can */
    public Optional<InvalidRequestException> refusal(Maker maker, ImageReference base, String image, String version) {
        Optional<Image> present = images.find(image);
        if (present.filter(found -> !maker.isManager() && !found.owner().equals(maker.name()))
                .isPresent()) {
            return Optional.of(InvalidRequestException.about("image", "invalid-request.image-taken", image));
        }
        if (present.filter(found -> !found.profile().access().isWithin(accessOf(base)))
                .isPresent()) {
            return Optional.of(
                    InvalidRequestException.about("image", "invalid-request.image-wider", image, base.name()));
        }
        return images.version(image, version)
                .map(row -> InvalidRequestException.about("version", "invalid-request.version-exists", image, version));
    }

    /**
     * Adds it, and the image, if there is none of that name.
     *
     * @param base what it was made of: it is run in the same way
     * @return empty if the maker cannot add it any more
     */
    public Optional<VersionName> add(Maker maker, ImageReference base, ImageReference made, Files files) {
        String name = made.version().orElseThrow();
        Optional<Image> image = images.lock(made.name());
        if (refusal(maker, base, made.name(), name).isPresent()) {
            return Optional.empty();
        }
        if (image.isEmpty()) {
            images.add(new Image(new ImageProfile(made.name(), made.name(), "", accessOf(base)), maker.name()));
            audit.record(event(maker, AuditAction.IMAGE_CREATED, made.name(), ""));
        }
        VersionSpec spec = row(base).spec();
        ImageVersion version = new ImageVersion(made.name(), at(files, spec, name, ""), maker.name(), clock.instant());
        images.add(version);
        audit.record(event(maker, AuditAction.IMAGE_VERSION_CREATED, made.name(), name));
        return Optional.of(version.versionName());
    }

    /** Who may use the base: what is made of it has all that is in it. */
    private ImageAccess accessOf(ImageReference base) {
        return images.find(base.name())
                .map(image -> image.profile().access())
                .orElseThrow(() -> new ImageNotFoundException(base.name()));
    }

    /** @return whether there is such a version and it is a draft, until the end of the transaction */
    public boolean lockDraft(ImageReference version) {
        return images.lockVersion(version.name(), version.version().orElseThrow())
                .filter(row -> row.state() == VersionState.DRAFT)
                .isPresent();
    }

    /**
     * Gives a draft other files.
     *
     * @param from where its files are
     * @return empty if it is no draft any more, or its files are elsewhere
     */
    public Optional<VersionName> move(Maker maker, ImageReference draft, String from, Files files) {
        ImageVersion version = images.lockVersion(draft.name(), draft.version().orElseThrow())
                .filter(row -> row.state() == VersionState.DRAFT)
                .filter(row -> row.spec().content().location().equals(from))
                .orElse(null);
        if (version == null) {
            return Optional.empty();
        }
        VersionSpec before = version.spec();
        VersionSpec after = at(files, before, before.name(), before.notes());
        version.describe(after);
        images.flush();
        String difference = ConfigurationFile.difference(ImageFields.of(before), ImageFields.of(after));
        audit.record(event(maker, AuditAction.IMAGE_VERSION_CHANGED, draft.name(), before.name() + ": " + difference));
        return Optional.of(version.versionName());
    }

    /** @return the version whose files are there */
    public Optional<VersionName> at(String location) {
        return images.versionAt(location).map(ImageVersion::versionName);
    }

    /** @return the number of that version, which there is */
    public VersionName name(ImageReference version) {
        return row(version).versionName();
    }

    private ImageVersion row(ImageReference wanted) {
        String version = wanted.version().orElseThrow();
        return images.version(wanted.name(), version)
                .orElseThrow(() -> new ImageNotFoundException(ImageReference.text(wanted.name(), version)));
    }

    private static VersionSpec at(Files files, VersionSpec like, String name, String notes) {
        VersionContent content = like.content();
        return new VersionSpec(
                name,
                new VersionContent(
                        content.runtime(),
                        files.location(),
                        Optional.of(files.digest()),
                        content.binds(),
                        content.flags(),
                        content.entryPoints()),
                Optional.of(files.bytes()),
                like.accelerators(),
                notes);
    }

    private static AuditEvent event(Maker maker, AuditAction action, String image, String detail) {
        return ImageStore.event(maker.name(), action, image, detail);
    }
}
