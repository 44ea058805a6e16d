package org.carme.faces.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carme.faces.layout.Texts;
import org.carme.images.ImageReference;
import org.carme.jobs.JobId;
import org.carme.jobs.JobService;
import org.carme.jobs.JobSummary;
import org.carme.presets.Preset;
import org.carme.presets.PresetService;
import org.carme.templates.Template;
import org.carme.web.security.CurrentUser;

/** Fills the start form of {@code index.xhtml} like the job or the preset that the address names. */
@Named
@RequestScoped
public class StartAgain {
    @Inject
    JobService jobService;

    @Inject
    PresetService presets;

    @Inject
    KeptChoice kept;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private Long again;
    private String preset;

    /** Says what of it is not offered any more; without a name in the address there is nothing to do. */
    public void fill() {
        if (again != null) {
            JobSummary job = jobService.get(currentUser.getName(), new JobId(again));
            fill(job.name(), wanted(job));
        } else if (preset != null) {
            presets.of(currentUser.getName()).stream()
                    .filter(one -> one.title().equals(preset))
                    .findFirst()
                    .ifPresent(one -> fill(one.title(), wanted(one)));
        }
    }

    private void fill(String like, Map<String, String> wanted) {
        List<String> missing = kept.fill(wanted);
        FacesContext.getCurrentInstance()
                .addMessage(
                        null,
                        missing.isEmpty()
                                ? new FacesMessage(texts.text("start.like", like))
                                : new FacesMessage(
                                        FacesMessage.SEVERITY_WARN,
                                        texts.text("start.likeWithout", like, String.join(", ", missing)),
                                        null));
    }

    private Map<String, String> wanted(JobSummary job) {
        Map<String, String> wanted = new HashMap<>();
        wanted.put("template", kept.key(job.template(), job.project()));
        wanted.put("type", job.acceleratorType().orElse(Template.CPU));
        wanted.put("perNode", Integer.toString(job.acceleratorsPerNode()));
        wanted.put("nodes", Integer.toString(job.nodes()));
        wanted.put("image", ImageReference.text(job.image(), job.imageVersion()));
        wanted.put("minutes", Long.toString(job.timeLimit().toMinutes()));
        wanted.put("name", job.name());
        wanted.put("stageIn", job.data().lines());
        wanted.put("stageOut", job.data().stageOut().orElse(""));
        return wanted;
    }

    private Map<String, String> wanted(Preset one) {
        return Map.of(
                "template", kept.key(one.template(), one.project()),
                "type", one.acceleratorType(),
                "perNode", Integer.toString(one.acceleratorsPerNode()),
                "nodes", Integer.toString(one.nodes()),
                "image", one.image(),
                "minutes", Integer.toString(one.timeLimitMinutes()),
                "stageIn", one.data().lines(),
                "stageOut", one.data().stageOut().orElse(""));
    }

    public Long getAgain() {
        return again;
    }

    public void setAgain(Long again) {
        this.again = again;
    }

    public String getPreset() {
        return preset;
    }

    public void setPreset(String preset) {
        this.preset = preset;
    }
}
