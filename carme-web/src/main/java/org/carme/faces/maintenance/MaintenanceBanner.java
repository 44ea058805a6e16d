package org.carme.faces.maintenance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;
import org.carme.maintenance.MaintenanceNotice;
import org.carme.maintenance.MaintenancePlan;
import org.carme.web.security.CurrentUser;

/** Backs the banner of {@code WEB-INF/template.xhtml}, and tells the start form whether it is of use. */
@Named
@RequestScoped
public class MaintenanceBanner {
    @Inject
    MaintenanceNotice notice;

    @Inject
    CurrentUser currentUser;

    private Optional<MaintenancePlan> plan;

    @PostConstruct
    void look() {
        plan = notice.announced();
    }

    public boolean isShown() {
        return plan.isPresent();
    }

    /** @return whether it has begun */
    public boolean isActive() {
        return notice.active().isPresent();
    }

    public String getMessage() {
        return plan.map(MaintenancePlan::message).orElse("");
    }

    public long getBegin() {
        return plan.map(MaintenancePlan::begin).map(Instant::toEpochMilli).orElse(0L);
    }

    /** @return 0 if nobody knows */
    public long getEnd() {
        return plan.flatMap(MaintenancePlan::end).map(Instant::toEpochMilli).orElse(0L);
    }

    /** @return whether it keeps the user from starting jobs */
    public boolean isInTheWay() {
        return notice.keepsFromStarting(currentUser.person());
    }
}
