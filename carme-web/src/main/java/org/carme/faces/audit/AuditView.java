package org.carme.faces.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditCheck;
import org.carme.audit.AuditPage;
import org.carme.audit.AuditService;
import org.carme.export.AuditExport;
import org.carme.faces.layout.Attachment;
import org.carme.faces.layout.Days;
import org.carme.faces.layout.Texts;
import org.carme.images.ImageRecords;
import org.carme.web.security.CurrentUser;

/** Backs {@code activity.xhtml}, {@code admin/audit.xhtml} and the history in {@code image.xhtml}: the log in parts, newest first. */
@Named
@RequestScoped
public class AuditView {
    private static final int PART = 50;

    @Inject
    AuditService audit;

    @Inject
    AuditExport export;

    @Inject
    ImageRecords images;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    private final AuditForm form = new AuditForm();
    private List<EntryRow> entries = List.of();
    private String after;
    private String next;
    private String file;
    private AuditCheck checked;

    public void loadOwn() {
        show(audit.own(currentUser.getName(), form.query(), PART, Optional.ofNullable(after)));
    }

    /** Everybody's; sends the file instead of the page where that is asked for. */
    public void loadAll() throws IOException {
        if ("csv".equals(file)) {
            Attachment.send("audit", export.of(currentUser.getName(), form.query(), Days.zone(form.getZone())));
        } else {
            show(audit.all(currentUser.getName(), form.query(), PART, Optional.ofNullable(after)));
        }
    }

    /** @return what was done to an image */
    public List<EntryRow> ofImage(String name) {
        if (entries.isEmpty()) {
            show(images.history(currentUser.getName(), name, Optional.ofNullable(after)));
        }
        return entries;
    }

    public void check() {
        checked = audit.verify(currentUser.getName());
    }

    private void show(AuditPage page) {
        entries =
                page.entries().stream().map(entry -> new EntryRow(entry, texts)).toList();
        next = page.next().orElse(null);
    }

    public AuditForm getForm() {
        return form;
    }

    public List<EntryRow> getEntries() {
        return entries;
    }

    /** @return the codes that can be looked for */
    public List<String> getActions() {
        return Stream.of(AuditAction.values()).map(AuditAction::code).toList();
    }

    /** @return what the check has found, null before it was asked for */
    public AuditCheck getChecked() {
        return checked;
    }

    public String getCheckedText() {
        return checked.finding()
                .map(finding -> texts.text("audit.broken." + finding.problem(), finding.number()))
                .orElseGet(() -> texts.text("audit.whole", checked.checked(), checked.endNumber(), checked.unsealed()));
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getNext() {
        return next;
    }

    public String getFile() {
        return file;
    }

    public void setFile(String file) {
        this.file = file;
    }
}
