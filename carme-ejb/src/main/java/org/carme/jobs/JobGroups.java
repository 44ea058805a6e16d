package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.carme.users.GroupReferences;

/** The group that jobs are charged to: what they have used counts for its limits under the new name, too. */
@ApplicationScoped
class JobGroups implements GroupReferences {
    @Inject
    JobRepository jobs;

    @Override
    public int place() {
        return 1;
    }

    @Override
    public void rename(String admin, String before, String now) {
        jobs.lockAllStarts();
        jobs.renameGroup(before, now);
    }
}
