package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.carme.images.ImageReference;
import org.carme.images.ImageStarts;
import org.carme.staging.StagedData;
import org.carme.templates.AcceleratorOption;
import org.carme.templates.StartOptionsService;
import org.carme.templates.TemplateOption;
import org.carme.users.DirectoryService;

/** Runs an image once, to see whether it is what somebody wants: as the smallest and shortest job that there is for it. */
@ApplicationScoped
public class ImageTrials {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    @Inject
    StartOptionsService templates;

    @Inject
    DirectoryService directory;

    @Inject
    ImageStarts images;

    @Inject
    JobService jobs;

    /**
     * Starts it with a template that offers the image or, where any will do, with the first one; with one that has something
     * free rather than another.
     *
     * @throws org.carme.common.CarmeException as {@link JobService#submit} if the start is refused
     */
    public JobSummary start(String user, ImageReference image, Optional<String> idempotencyKey) {
        boolean anyWillDo = images.isFree(directory.person(user), image.name());
        TemplateOption template = templates.options(user).templates().stream()
                .filter(option -> !option.acceleratorTypes().isEmpty() && (anyWillDo || offers(option, image)))
                .min(Comparator.comparing((TemplateOption option) -> !offers(option, image))
                        .thenComparing(option -> type(option).free() == 0))
                .orElseThrow(() -> InvalidRequestException.about("image", "invalid-request.trial", image.name()));
        return jobs.submit(user, request(template, image, idempotencyKey));
    }

    private static boolean offers(TemplateOption option, ImageReference image) {
        return option.images().stream().anyMatch(offered -> offered.name().equals(image.name()));
    }

    private static AcceleratorOption type(TemplateOption option) {
        return option.acceleratorTypes().stream()
                .filter(type -> type.free() > 0)
                .findFirst()
                .orElse(option.acceleratorTypes().get(0));
    }

    private static StartRequest request(TemplateOption template, ImageReference image, Optional<String> key) {
        AcceleratorOption type = type(template);
        Duration most = template.maxTimeLimit();
        String wanted = image.version()
                .map(version -> ImageReference.text(image.name(), version))
                .orElse(image.name());
        return new StartRequest(
                template.name(),
                Optional.of(template.project()),
                Optional.of(type.name()),
                type.choices().get(0).perNode(),
                1,
                wanted,
                Optional.of(wanted),
                Optional.of(most.compareTo(LONGEST) < 0 ? most : LONGEST),
                StagedData.NONE,
                key);
    }
}
