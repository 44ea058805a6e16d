package org.carme.faces.configuration;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.carme.configuration.ConfigurationChange;
import org.carme.configuration.ConfigurationFile;
import org.carme.configuration.ConfigurationPlan;
import org.carme.configuration.ConfigurationRefusedException;
import org.carme.configuration.ConfigurationService;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/configuration.xhtml}: take the file away, bring one, look what it changes, apply it. */
@Named
@ViewScoped
public class ConfigurationView implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of many changes a page shows the first; the numbers above count them all. */
    private static final int SHOWN = 500;

    @Inject
    ConfigurationService configuration;

    @Inject
    CurrentUser currentUser;

    @Inject
    ConfigurationTexts texts;

    private transient Part upload;
    private transient ConfigurationPlan plan;
    private String download;
    private String text;
    private String state;
    private List<ProblemRow> problems = List.of();

    /** Sends the file instead of the page where that is asked for. */
    public void load() throws IOException {
        if ("yaml".equals(download)) {
            FacesContext context = FacesContext.getCurrentInstance();
            ExternalContext response = context.getExternalContext();
            byte[] file = configuration.export(currentUser.getName()).getBytes(StandardCharsets.UTF_8);
            response.setResponseContentType("application/yaml");
            response.setResponseHeader("Content-Disposition", "attachment; filename=\"carme.yaml\"");
            response.getResponseOutputStream().write(file);
            context.responseComplete();
        }
    }

    /** Reads the chosen file and tells what it would change. */
    public void compare() throws IOException {
        forget();
        if (upload == null) {
            throw InvalidRequestException.about("file", "invalid-request.file-empty");
        }
        try (InputStream file = upload.getInputStream()) {
            String read = ConfigurationFile.text(file);
            plan = configuration.compare(currentUser.getName(), read);
            state = plan.state();
            text = read;
        } catch (ConfigurationRefusedException e) {
            problems = texts.problems(e);
        }
    }

    /** Applies what was shown. */
    public void apply() {
        String file = text;
        forget();
        try {
            ConfigurationPlan done = configuration.apply(currentUser.getName(), file, Optional.of(state));
            texts.say(done);
        } catch (ConfigurationRefusedException e) {
            problems = texts.problems(e);
        }
    }

    /** Leaves everything as it is. */
    public void forget() {
        text = null;
        plan = null;
        problems = List.of();
    }

    public boolean isCompared() {
        return plan != null;
    }

    public boolean isChanging() {
        return plan != null
                && plan.count(ConfigurationChange.Kind.UNCHANGED)
                        < plan.changes().size();
    }

    public String getSummary() {
        return texts.summary(plan);
    }

    /** @return what differs, without what stays */
    public List<ChangeRow> getChanges() {
        return plan.changes().stream()
                .filter(change -> change.kind() != ConfigurationChange.Kind.UNCHANGED)
                .limit(SHOWN)
                .map(ChangeRow::new)
                .toList();
    }

    public List<ProblemRow> getProblems() {
        return problems;
    }

    public Part getUpload() {
        return upload;
    }

    public void setUpload(Part upload) {
        this.upload = upload;
    }

    public String getDownload() {
        return download;
    }

    public void setDownload(String download) {
        this.download = download;
    }
}
