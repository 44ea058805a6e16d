package org.carme.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carme.common.InvalidRequestException;
import org.carme.images.ImageIntake;
import org.carme.images.ImageProfile;
import org.carme.images.RuntimeCatalogue;
import org.carme.images.RuntimeDeclaration;
import org.carme.images.VersionContent;
import org.carme.images.VersionSpec;
import org.carme.users.Person;

/** Makes registrations of proposals, checked as what is typed into forms. */
@ApplicationScoped
class ImportRules {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    @Inject
    RuntimeCatalogue runtimes;

    @Inject
    ImageIntake intake;

    /** @throws org.carme.common.CarmeException for the first thing that is not as it must be */
    Registration check(ProposedImage image, ImportDefaults defaults, Person author) {
        VersionContent content = new VersionContent(
                runtime(image, defaults),
                image.location(),
                Optional.empty(),
                List.of(),
                List.of(),
                image.entryPoints().isEmpty() ? defaults.entryPoints() : image.entryPoints());
        VersionSpec spec = new VersionSpec(image.version(), content, image.bytes(), true, "");
        ImageProfile profile = intake.check(
                new ImageProfile(image.name(), image.title(), image.description(), defaults.access()), spec, author);
        if (image.fingerprint()
                .filter(print -> !FINGERPRINT.matcher(print).matches())
                .isPresent()) {
            throw InvalidRequestException.naming("fingerprint", "invalid-request.field");
        }
        return new Registration(
                author.name(), defaults.owner().orElse(author.name()), profile, spec, image.fingerprint());
    }

    /** What the image says, else what is meant for all if it fits, else the first that fits. */
    String runtime(ProposedImage image, ImportDefaults defaults) {
        String kind = ImageNaming.FILE.matcher(image.location()).matches()
                ? RuntimeDeclaration.FILE
                : RuntimeDeclaration.DIRECTORY;
        List<String> fitting = runtimes.declarations().stream()
                .filter(runtime -> runtime.locations().contains(kind))
                .map(RuntimeDeclaration::name)
                .toList();
        return image.runtime()
                .or(() -> defaults.runtime().filter(fitting::contains))
                .or(() -> fitting.stream().findFirst())
                .orElseThrow(UnfitImageException::noRuntime);
    }
}
