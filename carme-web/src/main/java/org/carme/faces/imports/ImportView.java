package org.carme.faces.imports;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.common.ChangedMeanwhileException;
import org.carme.faces.layout.Address;
import org.carme.faces.layout.Bulk;
import org.carme.imports.ImportOutcome;
import org.carme.imports.ImportPlan;
import org.carme.imports.ImportPlan.Status;
import org.carme.imports.ImportProgress;
import org.carme.imports.ImportService;
import org.carme.imports.ProposedImage;
import org.carme.imports.StoreService;
import org.carme.web.security.CurrentUser;

/** Backs {@code image-import.xhtml}: choose a store, look what it holds, register some of it. */
@Named
@ViewScoped
public class ImportView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PART = 200;

    @Inject
    StoreService stores;

    @Inject
    ImportService imports;

    @Inject
    CurrentUser currentUser;

    @Inject
    ImportTexts texts;

    @Inject
    Bulk bulk;

    private final DefaultsForm form = new DefaultsForm();
    private String folder;
    private String status;
    private int from;
    private List<String> folders = List.of();

    /** Whether there is something to show: a store that cannot be looked at has nothing. */
    private boolean shown;

    /** When the look began that the user sees the plan of. */
    private Instant seen;

    private transient ImportProgress progress;

    /** @throws org.carme.images.NotImageManagerException if the user is none */
    public void load() {
        folders = stores.folders(currentUser.getName());
        if (folder != null) {
            show(stores.plan(currentUser.getName(), folder));
        }
    }

    /** Shows how far the look has come. */
    public void follow() {
        shown = false;
        show(stores.lastPlan(currentUser.getName(), folder));
    }

    /** Looks again at the store. */
    public void lookAgain() {
        shown = false;
        show(stores.freshPlan(currentUser.getName(), folder));
    }

    /** Has the batch job look at all stores, which keeps what it finds. */
    public void lookAtAll() {
        stores.lookAtAll(currentUser.getName());
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(texts.lookingAtAll()));
    }

    private void show(ImportProgress next) {
        progress = next;
        shown = true;
        seen = next.plan().map(ImportPlan::lookedAt).orElse(null);
    }

    /** Registers what is ticked, each by itself. */
    public void register() {
        Map<String, ProposedImage> shown = plan().rows().stream()
                .filter(row -> row.status() == Status.NEW)
                .collect(Collectors.toMap(row -> row.image().location(), ImportPlan.Row::image));
        if (!plan().lookedAt().equals(seen)) {
            throw new ChangedMeanwhileException();
        }
        bulk.each("imports.registered", Function.identity(), location -> register(shown, location));
        follow();
    }

    private void register(Map<String, ProposedImage> shown, String location) {
        if (!shown.containsKey(location)) {
            throw new ChangedMeanwhileException();
        }
        List<ImportOutcome> outcomes =
                imports.register(currentUser.getName(), List.of(shown.get(location)), form.defaults());
        outcomes.get(0).why().ifPresent(why -> {
            throw why;
        });
    }

    private ImportPlan plan() {
        return progress().plan().orElseThrow(ChangedMeanwhileException::new);
    }

    private ImportProgress progress() {
        if (progress == null) {
            progress = stores.lastPlan(currentUser.getName(), folder);
        }
        return progress;
    }

    public boolean isLooking() {
        return shown && progress().plan().isEmpty();
    }

    public boolean isPlanned() {
        return shown && progress().plan().isPresent();
    }

    public int getEntries() {
        return progress().entries();
    }

    public ImportPlan getPlan() {
        return plan();
    }

    /** @return each status that something has, with how many */
    public List<StatusCount> getCounts() {
        return Stream.of(Status.values())
                .map(one -> new StatusCount(one, plan().count(one)))
                .filter(count -> count.count() > 0)
                .toList();
    }

    /** So many locations have that status. */
    public record StatusCount(Status status, long count) {}

    public boolean isAnyNew() {
        return plan().count(Status.NEW) > 0;
    }

    public List<ImportRow> getRows() {
        return wanted().skip(from)
                .limit(PART)
                .map(row -> new ImportRow(row, row.why().map(texts::reason).orElse("")))
                .toList();
    }

    private Stream<ImportPlan.Row> wanted() {
        return plan().rows().stream()
                .filter(row -> status == null || row.status().word().equals(status));
    }

    /** @return with what the next part begins, 0 if there is none */
    public int getNext() {
        return wanted().count() > from + PART ? from + PART : 0;
    }

    /** @return what is shown as part of an address, with an ampersand behind */
    public String getAddress() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("folder", folder);
        values.put("status", status);
        return Address.of(values);
    }

    public DefaultsForm getForm() {
        return form;
    }

    public List<String> getFolders() {
        return folders;
    }

    public List<Status> getStatuses() {
        return List.of(Status.values());
    }

    public String getFolder() {
        return folder;
    }

    public void setFolder(String folder) {
        this.folder = folder;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status == null || status.isEmpty() ? null : status;
    }

    public int getFrom() {
        return from;
    }

    public void setFrom(int from) {
        this.from = Math.max(from, 0);
    }
}
