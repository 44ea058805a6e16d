package org.carme.faces.maintenance;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.carme.faces.layout.Texts;
import org.carme.maintenance.Maintenance;
import org.carme.maintenance.MaintenancePlan;
import org.carme.maintenance.MaintenanceService;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/maintenance.xhtml}. */
@Named
@ViewScoped
public class MaintenanceView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    MaintenanceService maintenance;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    @Inject
    Clock clock;

    private final MaintenanceForm form = new MaintenanceForm();
    private transient Maintenance kept;
    private long version;
    private long reaching;

    @PostConstruct
    void load() {
        show(maintenance.get(currentUser.getName()));
    }

    private void show(Maintenance found) {
        kept = found;
        version = found.version();
        form.fill(found.plan());
        reaching = count(found.plan().map(MaintenancePlan::begin));
    }

    private long count(Optional<Instant> begin) {
        Instant now = clock.instant();
        Instant then = begin.filter(time -> time.isAfter(now)).orElse(now);
        return maintenance.jobsReaching(currentUser.getName(), then);
    }

    /** Another begin: other jobs may run into it. */
    public void beginChosen() {
        reaching = count(form.begin());
    }

    public void save() {
        show(maintenance.set(currentUser.getName(), form.plan(clock.instant()), version));
    }

    public void end() {
        maintenance.end(currentUser.getName());
        load();
    }

    /** @return {@code none}, {@code planned} or {@code active} */
    public String getState() {
        return present()
                .map(plan -> plan.isActive(clock.instant()) ? "active" : "planned")
                .orElse("none");
    }

    /** @return how many active jobs may run into what the form says, in words */
    public String getReaching() {
        return texts.text("maintenance.reaching", reaching);
    }

    public String getMessage() {
        return present().map(MaintenancePlan::message).orElse("");
    }

    public long getBegin() {
        return present().map(MaintenancePlan::begin).map(Instant::toEpochMilli).orElse(0L);
    }

    public long getEnd() {
        return present()
                .flatMap(MaintenancePlan::end)
                .map(Instant::toEpochMilli)
                .orElse(0L);
    }

    public MaintenanceForm getForm() {
        return form;
    }

    /** It may be over since the page was opened; a view that was kept on disk has lost it. */
    private Optional<MaintenancePlan> present() {
        if (kept == null) {
            kept = maintenance.get(currentUser.getName());
        }
        return kept.present(clock.instant());
    }
}
