package org.carme.faces.schedules;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.carme.faces.layout.Appearance;
import org.carme.faces.layout.Texts;
import org.carme.schedules.CatchUp;
import org.carme.schedules.JobPlan;
import org.carme.schedules.ScheduleService;
import org.carme.schedules.WantedSchedule;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/batch-job.xhtml}: one batch job, its schedule and its parameters. */
@Named
@ViewScoped
public class BatchJobView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    ScheduleService schedules;

    @Inject
    RunNow runs;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    @Inject
    Appearance appearance;

    private final ScheduleForm form = new ScheduleForm();
    private String name = "";
    private long version;
    private List<String> parameters = List.of();
    private List<String> upcoming = List.of();
    private transient JobPlan plan;

    /** @throws org.carme.schedules.JobNotFoundException if there is none of that name */
    public void load() {
        show(schedules.get(currentUser.getName(), name));
    }

    private void show(JobPlan found) {
        plan = found;
        version = found.version();
        parameters = List.copyOf(found.parameters());
        found.schedule().ifPresent(schedule -> {
            form.fill(schedule);
            preview();
        });
    }

    /** What the form would mean. */
    public void preview() {
        WantedSchedule wanted = form.wanted();
        List<Instant> next = schedules.preview(currentUser.getName(), name, wanted);
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(appearance.getLocale())
                .withZone(ZoneId.of(wanted.zone().strip()));
        upcoming = next.stream().map(format::format).toList();
    }

    public void save() {
        show(schedules.change(currentUser.getName(), name, form.wanted(), version));
        say("batch.saved");
    }

    public void reset() {
        show(schedules.reset(currentUser.getName(), name, version));
        say("batch.reset.done");
    }

    private void say(String key) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(texts.text(key)));
    }

    /** With the parameters in the form, saved or not. Leads to the execution that has begun. */
    public String run() {
        return runs.now(name, form.told());
    }

    /** @return as it is now; a view that was kept on disk has lost it */
    public JobRow getJob() {
        if (plan == null) {
            plan = schedules.get(currentUser.getName(), name);
        }
        return new JobRow(plan, texts, appearance.getLocale());
    }

    /** @return those that are named after places, to choose from */
    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.indexOf('/') > 0 || zone.equals("UTC"))
                .sorted()
                .toList();
    }

    public List<CatchUp> getCatchUps() {
        return List.of(CatchUp.values());
    }

    public ScheduleForm getForm() {
        return form;
    }

    /** @return the names of those that the job understands */
    public List<String> getParameters() {
        return parameters;
    }

    /** @return what it is called, and what it may be; its name alone for one without a text */
    public String label(String parameter) {
        return texts.textOr("batch.parameter", "batch.parameter." + name + '.' + parameter, parameter);
    }

    /** @return the next times, in the schedule's time zone */
    public List<String> getUpcoming() {
        return upcoming;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }
}
