package org.carme.quotas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.projects.ProjectAdministration;
import org.carme.projects.ProjectService;

/** What the members of a project use of its hours in the present period, for those who may see it. */
@ApplicationScoped
public class ProjectHours {
    @Inject
    ProjectService projects;

    @Inject
    ProjectAdministration administration;

    @Inject
    MemberSums sums;

    /** @throws org.carme.projects.ProjectNotPermittedException for members who may not see it */
    public List<MemberHours> of(String user, String slug, QuotaPeriod period, HoursOrder order) {
        return order.sorted(sums.of(slug, projects.usersOf(user, slug), period));
    }

    /** The same of anybody's project, for administrators. */
    public List<MemberHours> ofAny(String admin, String slug, QuotaPeriod period, HoursOrder order) {
        return order.sorted(sums.of(slug, administration.usersOf(admin, slug), period));
    }
}
