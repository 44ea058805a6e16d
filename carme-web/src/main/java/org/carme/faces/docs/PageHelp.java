package org.carme.faces.docs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** Which document helps with the present page; the bar of {@code WEB-INF/template.xhtml} links it. */
@Named
@RequestScoped
public class PageHelp {
    static final Map<String, String> DOCUMENTS = Map.ofEntries(
            Map.entry("/build.xhtml", "docs/how-to/make-an-image.md"),
            Map.entry("/build-new.xhtml", "docs/how-to/make-an-image.md"),
            Map.entry("/builds.xhtml", "docs/how-to/make-an-image.md"),
            Map.entry("/index.xhtml", "docs/tutorials/first-steps.md"),
            Map.entry("/history.xhtml", "docs/how-to/questions-of-new-users.md"),
            Map.entry("/quota.xhtml", "docs/how-to/questions-of-new-users.md"),
            Map.entry("/projects.xhtml", "docs/how-to/work-in-projects.md"),
            Map.entry("/project.xhtml", "docs/how-to/work-in-projects.md"),
            Map.entry("/messages.xhtml", "docs/how-to/read-your-messages.md"),
            Map.entry("/message-settings.xhtml", "docs/how-to/read-your-messages.md"),
            Map.entry("/password.xhtml", "docs/how-to/change-your-password.md"),
            Map.entry("/mydata.xhtml", "docs/how-to/personal-data.md"),
            Map.entry("/images.xhtml", "docs/how-to/manage-images.md"),
            Map.entry("/packages.xhtml", "docs/how-to/see-what-is-inside-images.md"),
            Map.entry("/advisories.xhtml", "docs/how-to/check-images-against-advisories.md"),
            Map.entry("/image.xhtml", "docs/how-to/manage-images.md"),
            Map.entry("/image-import.xhtml", "docs/how-to/import-images.md"),
            Map.entry("/image-edit.xhtml", "docs/how-to/manage-images.md"),
            Map.entry("/image-version.xhtml", "docs/how-to/manage-images.md"),
            Map.entry("/admin/jobs.xhtml", "docs/how-to/stop-jobs-of-others.md"),
            Map.entry("/admin/users.xhtml", "docs/how-to/manage-users.md"),
            Map.entry("/admin/user.xhtml", "docs/how-to/manage-users.md"),
            Map.entry("/admin/groups.xhtml", "docs/how-to/manage-users.md"),
            Map.entry("/admin/projects.xhtml", "docs/how-to/manage-projects.md"),
            Map.entry("/admin/project.xhtml", "docs/how-to/manage-projects.md"),
            Map.entry("/admin/templates.xhtml", "docs/how-to/manage-templates.md"),
            Map.entry("/admin/template.xhtml", "docs/how-to/manage-templates.md"),
            Map.entry("/admin/quotas.xhtml", "docs/how-to/set-quotas.md"),
            Map.entry("/admin/slurm-limits.xhtml", "docs/how-to/set-quotas.md"),
            Map.entry("/statement.xhtml", "docs/how-to/monthly-statement.md"),
            Map.entry("/admin/statement.xhtml", "docs/how-to/monthly-statement.md"),
            Map.entry("/admin/inventory.xhtml", "docs/how-to/describe-the-cluster.md"),
            Map.entry("/admin/maintenance.xhtml", "docs/how-to/maintenance.md"),
            Map.entry("/admin/news.xhtml", "docs/how-to/announce-news.md"),
            Map.entry("/admin/batch.xhtml", "docs/how-to/keep-the-system-clean.md"),
            Map.entry("/admin/batch-job.xhtml", "docs/how-to/keep-the-system-clean.md"),
            Map.entry("/admin/batch-execution.xhtml", "docs/how-to/repair-a-failed-night.md"),
            Map.entry("/admin/self-test.xhtml", "docs/how-to/check-the-system.md"),
            Map.entry("/admin/system.xhtml", "docs/how-to/check-the-system.md"),
            Map.entry("/admin/configuration.xhtml", "docs/how-to/keep-configuration-in-git.md"),
            Map.entry("/admin/audit.xhtml", "docs/how-to/read-the-audit-log.md"));

    @Inject
    FacesContext faces;

    /** @return its path, empty if there is none */
    public String getDocument() {
        return DOCUMENTS.getOrDefault(faces.getViewRoot().getViewId(), "");
    }
}
