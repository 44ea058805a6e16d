package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.carme.projects.ProjectUse;

/** Sums what a project's members have started. */
@ApplicationScoped
@Transactional
class JobProjectUse implements ProjectUse {
    @Inject
    ProjectUseRepository sums;

    @Inject
    Clock clock;

    @Override
    public List<Share> of(String slug) {
        return sums.of(slug, clock.instant());
    }
}
