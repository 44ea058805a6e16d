package org.carme.faces.quotas;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carme.cluster.ClusterStatus;
import org.carme.common.ChangedMeanwhileException;
import org.carme.common.Part;
import org.carme.faces.layout.Bulk;
import org.carme.faces.layout.Search;
import org.carme.quotas.Quota;
import org.carme.quotas.QuotaOrder;
import org.carme.quotas.QuotaPeriod;
import org.carme.quotas.QuotaResource;
import org.carme.quotas.QuotaRule;
import org.carme.quotas.QuotaService;
import org.carme.quotas.QuotaSubject;
import org.carme.web.security.CurrentUser;

/** Backs {@code admin/quotas.xhtml}: the limits, one of them being made or changed. */
@Named
@ViewScoped
public class QuotasView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    QuotaService quotas;

    @Inject
    ClusterStatus status;

    @Inject
    CurrentUser currentUser;

    @Inject
    QuotaTexts texts;

    @Inject
    Bulk bulk;

    private QuotaSubject.Kind kind = QuotaSubject.Kind.EVERY_USER;
    private String name;
    private QuotaResource resource = QuotaResource.JOBS;
    private String acceleratorType;
    private QuotaPeriod period = QuotaPeriod.MONTH;
    private long limit = 2;
    private boolean carryOver;
    private long changedId;
    private long changedVersion;
    private final Search<QuotaOrder> search = new Search<>(QuotaOrder.SUBJECT);
    private transient Part<Quota> part;

    public Part<Quota> getPart() {
        if (part == null) {
            load();
        }
        return part;
    }

    private void load() {
        part = quotas.find(currentUser.getName(), search.wanted(), search.order(), search.seen());
    }

    public List<QuotaRow> getRows() {
        List<Quota> shown = getPart().rows();
        texts.learn(shown.stream().map(Quota::rule).toList());
        return shown.stream().map(quota -> new QuotaRow(quota, texts)).toList();
    }

    public Search<QuotaOrder> getSearch() {
        return search;
    }

    /** Makes a limit, or changes the one that was chosen; the table shows what there is, even if that is refused. */
    public void save() {
        part = null;
        if (changedId == 0) {
            quotas.create(currentUser.getName(), rule());
        } else {
            quotas.change(currentUser.getName(), changedId, limit, isHours() && carryOver, changedVersion);
        }
        cancel();
    }

    private QuotaRule rule() {
        return new QuotaRule(
                new QuotaSubject(
                        kind, isNamed() ? Optional.ofNullable(name).orElse("").strip() : ""),
                resource,
                Optional.ofNullable(acceleratorType).filter(type -> isTyped() && !type.isEmpty()),
                isHours() ? Optional.of(period) : Optional.empty(),
                limit,
                isHours() && carryOver);
    }

    /** Puts a limit into the form. */
    public void choose(long id) {
        load();
        quota(Long.toString(id)).ifPresent(quota -> {
            QuotaRule rule = quota.rule();
            kind = rule.subject().kind();
            name = rule.subject().name();
            resource = rule.resource();
            acceleratorType = rule.acceleratorType().orElse("");
            period = rule.period().orElse(QuotaPeriod.MONTH);
            limit = rule.limit();
            carryOver = rule.carryOver();
            changedId = quota.id();
            changedVersion = quota.version();
        });
    }

    /** Leaves the chosen limit as it is. */
    public void cancel() {
        changedId = 0;
        name = "";
    }

    /** Deletes one limit. */
    public void delete(long id) {
        delete(List.of(Long.toString(id)));
    }

    /** Deletes those that are ticked. */
    public void deleteTicked() {
        delete(bulk.ticked());
    }

    private void delete(List<String> ids) {
        load();
        Map<String, String> titles =
                getRows().stream().collect(Collectors.toMap(row -> Long.toString(row.getId()), QuotaRow::getTitle));
        bulk.undoable("quotas.deleted", ids, id -> titles.getOrDefault(id, id), id -> {
            Quota gone = quota(id).orElseThrow(ChangedMeanwhileException::new);
            quotas.delete(currentUser.getName(), gone.id());
            return () -> quotas.create(currentUser.getName(), gone.rule());
        });
        cancel();
        load();
    }

    private Optional<Quota> quota(String id) {
        return getPart().rows().stream()
                .filter(quota -> Long.toString(quota.id()).equals(id))
                .findFirst();
    }

    public void undo() {
        bulk.undo();
        load();
    }

    public boolean isNew() {
        return changedId == 0;
    }

    public boolean isNamed() {
        return kind != QuotaSubject.Kind.EVERY_USER;
    }

    public boolean isTyped() {
        return resource == QuotaResource.ACCELERATORS || isHours();
    }

    public boolean isHours() {
        return resource == QuotaResource.ACCELERATOR_HOURS;
    }

    public List<QuotaSubject.Kind> getKinds() {
        return Arrays.asList(QuotaSubject.Kind.values());
    }

    public List<QuotaResource> getResources() {
        return Arrays.asList(QuotaResource.values());
    }

    public List<QuotaPeriod> getPeriods() {
        return Arrays.asList(QuotaPeriod.values());
    }

    /** @return the types that the cluster has */
    public List<String> getTypes() {
        return List.copyOf(status.picture().acceleratorTypes());
    }

    public QuotaSubject.Kind getKind() {
        return kind;
    }

    public void setKind(QuotaSubject.Kind kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public QuotaResource getResource() {
        return resource;
    }

    public void setResource(QuotaResource resource) {
        this.resource = resource;
    }

    public String getAcceleratorType() {
        return acceleratorType;
    }

    public void setAcceleratorType(String acceleratorType) {
        this.acceleratorType = acceleratorType;
    }

    public QuotaPeriod getPeriod() {
        return period;
    }

    public void setPeriod(QuotaPeriod period) {
        this.period = period;
    }

    public long getLimit() {
        return limit;
    }

    public void setLimit(long limit) {
        this.limit = limit;
    }

    public boolean isCarryOver() {
        return carryOver;
    }

    public void setCarryOver(boolean carryOver) {
        this.carryOver = carryOver;
    }
}
