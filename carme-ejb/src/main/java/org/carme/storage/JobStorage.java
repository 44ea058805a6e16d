package org.carme.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.carme.images.StartedImage;
import org.carme.projects.Classification;
import org.carme.projects.ProjectStarts;
import org.carme.users.Person;

/** Decides what jobs see of the site's disks, by what their project is at that moment. */
@ApplicationScoped
public class JobStorage {
    @Inject
    StorageSettings settings;

    @Inject
    ProjectStarts projects;

    /**
     * The folders of a job: scratch is for what anybody may see.
     *
     * @param project the slug of the project that it is charged to; empty: a group
     */
    public JobFolders folders(String user, Optional<String> project) {
        Classification classification = project.map(projects::classification).orElse(Classification.PUBLIC);
        return new JobFolders(
                project.flatMap(settings::project),
                classification == Classification.PUBLIC ? settings.scratch(user) : Optional.empty(),
                classification == Classification.CONFIDENTIAL);
    }

    /** @return whether projects have folders here, without which jobs of confidential ones cannot start */
    public boolean hasProjectFolders() {
        return settings.project().isPresent();
    }

    /**
     * Refuses a start from which the user's home could not be hidden as its project wants it.
     *
     * @throws InvalidRequestException saying what to choose instead
     */
    public void require(Person person, Optional<String> project, StartedImage image) {
        JobFolders folders = folders(person.name(), project);
        if (folders.homeHidden() && folders.project().isEmpty()) {
            throw new InvalidRequestException("invalid-request.confidential-folder");
        }
        if (folders.homeHidden() && image.plain()) {
            throw InvalidRequestException.about("image", "invalid-request.confidential-image", image.name());
        }
    }
}
