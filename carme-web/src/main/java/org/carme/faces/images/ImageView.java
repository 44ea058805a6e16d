package org.carme.faces.images;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.advisories.AdvisoryService;
import org.carme.common.Secrets;
import org.carme.faces.layout.Texts;
import org.carme.images.ImageAdministration;
import org.carme.images.ImageCatalogue;
import org.carme.images.ImageDetails;
import org.carme.images.ImageReference;
import org.carme.images.ImageVersionDetails;
import org.carme.images.VersionState;
import org.carme.jobs.ImageTrials;
import org.carme.jobs.JobSummary;
import org.carme.markdown.Markdown;
import org.carme.web.security.CurrentUser;

/** Backs {@code image.xhtml}: one image. */
@Named
@ViewScoped
public class ImageView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Markdown MARKDOWN = Markdown.ofPeople();
    private static final List<String> TABS = List.of("about", "versions", "packages", "advisories", "compare");
    private static final List<String> MANAGERS_TABS =
            List.of("about", "versions", "packages", "advisories", "compare", "jobs", "history");

    @Inject
    ImageCatalogue images;

    @Inject
    ImageAdministration administration;

    @Inject
    ImageTrials trials;

    @Inject
    CurrentUser currentUser;

    @Inject
    AdvisoryService advisories;

    @Inject
    Texts texts;

    /** What the user has seen, to be handed back with what he does. */
    private final Map<String, Long> revisions = new HashMap<>();

    /** A second press starts no second job. */
    private final Map<String, String> trialKeys = new HashMap<>();

    private String name = "";
    private String tab;
    private long revision;
    private transient ImageDetails details;

    /** @throws org.carme.images.ImageNotFoundException if there is none of that name, or the user may not see it */
    public void load() {
        details = images.get(currentUser.getName(), name);
        revision = details.revision();
        revisions.clear();
        details.versions().forEach(version -> revisions.put(version.name(), version.revision()));
    }

    public boolean isFound() {
        return details != null;
    }

    public List<VersionRow> getVersions() {
        return details.versions().stream()
                .map(version -> new VersionRow(
                        version,
                        details.current().filter(version.name()::equals).isPresent()))
                .toList();
    }

    /** @return whether the user may see a version of that name */
    public boolean hasVersion(String version) {
        return details.versions().stream().anyMatch(one -> one.name().equals(version));
    }

    /**
     * The version that the address names. Where there is none of that name, the page says so, and the one is meant that is
     * best to be started.
     *
     * @param version null if the address names none
     * @return null if there is no version at all
     */
    public String chosen(String version) {
        if (details.versions().isEmpty() || hasVersion(version)) {
            return details.versions().isEmpty() ? null : version;
        }
        if (version != null) {
            String text = texts.text("images.noSuchVersion", version);
            FacesContext.getCurrentInstance()
                    .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        }
        return details.current().orElse(details.versions().get(0).name());
    }

    /** Gives a version another state. */
    public void move(String version, VersionState next) {
        administration.move(currentUser.getName(), name, version, next, revisions.getOrDefault(version, -1L));
        say("images.moved." + next, version);
    }

    /** Runs a version once. */
    public String startTrial(String version) {
        String key = trialKeys.computeIfAbsent(version, any -> Secrets.random());
        JobSummary job =
                trials.start(currentUser.getName(), new ImageReference(name, Optional.of(version)), Optional.of(key));
        return "/job?faces-redirect=true&id=" + job.id().value();
    }

    public void deleteVersion(String version) {
        administration.deleteVersion(currentUser.getName(), name, version, revisions.getOrDefault(version, -1L));
        say("images.versionDeleted", version);
    }

    private void say(String key, String version) {
        load();
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(texts.text(key, version)));
    }

    public String delete() {
        administration.delete(currentUser.getName(), name, revision);
        return "/images?faces-redirect=true";
    }

    /** @return the description as HTML */
    public String getHtml() {
        return MARKDOWN.html(details.profile().description());
    }

    public List<String> getTabs() {
        if (!isFound()) {
            return TABS.subList(0, 1);
        }
        List<String> tabs = details.manageable() ? MANAGERS_TABS : TABS;
        return tabs.stream()
                .filter(one -> !one.equals("compare") || details.versions().size() > 1)
                .filter(one -> !one.equals("advisories") || details.manageable() || advisories.isOn())
                .toList();
    }

    /** @return the one chosen, else the first */
    public String getTab() {
        return tab != null && getTabs().contains(tab) ? tab : TABS.get(0);
    }

    /** @return jobs that have not ended */
    public long getActiveJobs() {
        return details.versions().stream()
                .map(ImageVersionDetails::jobs)
                .mapToLong(jobs -> jobs.active())
                .sum();
    }

    /** @return all jobs there ever were */
    public long getJobs() {
        return details.versions().stream()
                .map(ImageVersionDetails::jobs)
                .mapToLong(jobs -> jobs.ever())
                .sum();
    }

    /** @return whether the reader answers for it */
    public boolean isOwned() {
        return details.owner().equals(currentUser.getName());
    }

    public ImageDetails getDetails() {
        return details;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public void setTab(String tab) {
        this.tab = tab;
    }
}
