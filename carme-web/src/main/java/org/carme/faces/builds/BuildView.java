package org.carme.faces.builds;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.carme.builds.BuildDetails;
import org.carme.builds.BuildKind;
import org.carme.builds.BuildService;
import org.carme.builds.StepProgress;
import org.carme.builds.StepProgress.State;
import org.carme.faces.jobs.JobView;
import org.carme.faces.layout.Texts;
import org.carme.jobs.JobState;
import org.carme.web.security.CurrentUser;

/** Backs {@code build.xhtml}: one build, its steps and what can be done with its result. */
@Named
@ViewScoped
public class BuildView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    BuildService builds;

    @Inject
    ShownBuild shown;

    @Inject
    JobView jobView;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private long id;
    private String image = "";
    private String version = "";

    static String page(long id) {
        return "/build?faces-redirect=true&id=" + id;
    }

    /** @throws org.carme.builds.BuildNotFoundException if it is none that I may see */
    public void load() {
        image = build().summary().image();
        if (isMine()) {
            jobView.setId(id);
            jobView.load();
        }
    }

    public boolean isFound() {
        return image != null && !image.isEmpty();
    }

    private BuildDetails build() {
        return shown.build(id);
    }

    public BuildRow getRow() {
        return new BuildRow(build().summary());
    }

    public boolean isMine() {
        return build().summary().owner().equals(currentUser.getName());
    }

    /** @return whether its job has not ended: a sandbox is done when its copy is, and goes on */
    public boolean isJobActive() {
        return build().summary().jobState() != JobState.ENDED;
    }

    /** @return whether a version can be made of what it has become */
    public boolean isPromotable() {
        return isMine() && build().summary().kind() == BuildKind.SANDBOX && getRow().isDone() && !isJobActive();
    }

    /** @return whether the user can ask for its approval */
    public boolean isOfferable() {
        return isMine() && getRow().isDraft() && !getRow().isOffered();
    }

    /** @return whether it can be forgotten */
    public boolean isDeletable() {
        return isMine() && !isJobActive() && !getRow().isMade();
    }

    public List<StepRow> getSteps() {
        return build().steps().stream()
                .map(step -> new StepRow(step, getRow().isActive(), texts))
                .toList();
    }

    /** A step as a row. What waited or ran when its build ended was not done. */
    public static class StepRow {
        private static final Set<String> OF_ALL = Set.of("copy", "digest", "inventory");

        private final StepProgress step;
        private final boolean told;
        private final Texts texts;

        StepRow(StepProgress step, boolean active, Texts texts) {
            this.step = step;
            this.told = active || step.state() == State.DONE || step.state() == State.FAILED;
            this.texts = texts;
        }

        /** @return in the reader's language what every build has; the steps of a recipe as their author wrote them */
        public String getTitle() {
            return OF_ALL.contains(step.kind()) ? texts.text("builds.stepKind." + step.kind()) : step.title();
        }

        /** @return part of bundle keys */
        public String getState() {
            return told ? step.state().word() : "left";
        }

        public String getTone() {
            return BuildLook.tone(told ? step.state() : State.WAITING);
        }

        public String getIcon() {
            return BuildLook.icon(told ? step.state() : State.WAITING);
        }

        /** @return empty as long as it is not over, or if it took no second */
        public String getTook() {
            return step.seconds() > 0 ? texts.text("time.seconds", step.seconds()) : "";
        }
    }

    /** @return part of a bundle key, empty if it has not failed */
    public String getFailure() {
        return build().failure().map(why -> why.word()).orElse("");
    }

    public String getDetail() {
        return build().detail();
    }

    /** @return the last lines of the step that has failed */
    public String getLines() {
        return String.join("\n", build().lines());
    }

    public String getRecipe() {
        return build().recipe();
    }

    public String getDigest() {
        return build().digest().orElse("");
    }

    /** @return 0 if it is not known */
    public long getBytes() {
        return build().bytes().orElse(0L);
    }

    public void cancel() {
        builds.cancel(currentUser.getName(), id);
        say("builds.cancelled");
    }

    /** Asks image managers to approve its version. */
    public void offer() {
        builds.offer(currentUser.getName(), id);
        say("builds.offered.now");
    }

    public String promote() {
        BuildDetails copy = builds.promote(currentUser.getName(), id, image.strip(), version.strip());
        return page(copy.summary().id());
    }

    public String delete() {
        builds.delete(currentUser.getName(), id);
        return "/builds?faces-redirect=true";
    }

    private void say(String key) {
        shown.changed();
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(texts.text(key)));
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    /** @return of the version that is to be made of a sandbox */
    public String getImage() {
        return image;
    }

    public void setImage(String image) {
        this.image = image == null ? "" : image;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version == null ? "" : version;
    }
}
