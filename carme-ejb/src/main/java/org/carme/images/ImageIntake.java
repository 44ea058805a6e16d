package org.carme.images;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditService;
import org.carme.common.InvalidRequestException;
import org.carme.users.Person;

/** Takes an image and a version of it into the catalogue together. Whoever calls has checked that somebody may. */
@ApplicationScoped
public class ImageIntake {
    /** Who registers what nobody has asked for: the audit log names him, and he owns nothing. */
    public static final String NOBODY = "carme";

    @Inject
    VersionRules rules;

    @Inject
    ImageRepository images;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /**
     * Checks what is said as if it were typed.
     *
     * @return the profile with the title in one line
     */
    public ImageProfile check(ImageProfile profile, VersionSpec spec, Person author) {
        ImageProfile checked = ProfileRules.check(profile);
        rules.check(spec);
        rules.check(spec.content(), author);
        return checked;
    }

    /**
     * Adds the version as a draft, and the image if there is none of that name: of one that is there nothing changes.
     *
     * @param actor who does it, or {@link #NOBODY}
     * @return the version; empty if the image has it already, in that place
     * @throws InvalidRequestException if the image has a version of that name in another place
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<VersionName> add(String actor, String owner, ImageProfile profile, VersionSpec spec) {
        if (images.lock(profile.name()).isEmpty()) {
            images.add(new Image(profile, owner));
            audit.record(ImageStore.event(actor, AuditAction.IMAGE_CREATED, profile.name(), ""));
        }
        Optional<ImageVersion> present = images.version(profile.name(), spec.name());
        if (present.isPresent()) {
            requireSamePlace(present.get(), spec);
            return Optional.empty();
        }
        String creator = actor.equals(NOBODY) ? "" : actor;
        ImageVersion version = new ImageVersion(profile.name(), spec, creator, clock.instant());
        images.add(version);
        audit.record(ImageStore.event(actor, AuditAction.IMAGE_VERSION_CREATED, profile.name(), spec.name()));
        return Optional.of(version.versionName());
    }

    private static void requireSamePlace(ImageVersion present, VersionSpec wanted) {
        if (!present.spec().content().location().equals(wanted.content().location())) {
            throw InvalidRequestException.about(
                    "version", "invalid-request.version-exists", present.image(), present.name());
        }
    }
}
