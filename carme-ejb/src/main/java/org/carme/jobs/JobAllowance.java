package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.carme.images.ImageStarts;
import org.carme.images.StartedImage;
import org.carme.maintenance.MaintenanceCheck;
import org.carme.quotas.QuotaCheck;
import org.carme.quotas.QuotaDemand;
import org.carme.quotas.QuotaHolder;
import org.carme.storage.JobStorage;
import org.carme.templates.Charge;
import org.carme.templates.ProjectTemplates;
import org.carme.templates.TemplateNotPermittedException;
import org.carme.templates.UsableTemplate;
import org.carme.users.Person;

/** Whether a start may be charged to whom it is to be, in the transaction that stores it. */
@ApplicationScoped
class JobAllowance {
    @Inject
    MaintenanceCheck maintenance;

    @Inject
    ProjectTemplates projects;

    @Inject
    QuotaCheck quotas;

    @Inject
    ImageStarts images;

    @Inject
    JobStorage storage;

    /**
     * To be called under the lock of the user's starts.
     *
     * @return the image that the job gets
     * @throws org.carme.maintenance.MaintenanceException while a maintenance keeps the user from starting jobs
     * @throws TemplateNotPermittedException if the project no longer gives the template to the user
     * @throws org.carme.quotas.QuotaExceededException for the first limit that would be exceeded
     * @throws org.carme.common.InvalidRequestException if the image cannot be started any more, or not by that project
     */
    StartedImage require(Person person, UsableTemplate usable, JobSpec spec) {
        requireGiven(person, usable);
        quotas.require(QuotaHolder.starting(person.name(), person.groups(), usable.charge()), spec.demand());
        StartedImage image = images.lock(person, spec.image());
        storage.require(person, usable.charge().slug(), image);
        return image;
    }

    /**
     * The same for more time of a job that runs.
     *
     * @param more what it needs in the time that is added
     * @param begin when the time that it has ends
     */
    void requireLonger(Person person, UsableTemplate usable, QuotaDemand more, Instant begin) {
        requireGiven(person, usable);
        quotas.requireLonger(QuotaHolder.starting(person.name(), person.groups(), usable.charge()), more, begin);
    }

    private void requireGiven(Person person, UsableTemplate usable) {
        maintenance.require(person);
        Charge charge = usable.charge();
        String template = usable.template().name();
        boolean given = !charge.isProject()
                || projects.startable(person.name()).stream()
                        .anyMatch(one -> one.project().equals(charge.name())
                                && one.template().equals(template));
        if (!given) {
            throw new TemplateNotPermittedException(template);
        }
    }
}
