package org.carme.quotas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditService;
import org.carme.common.CarmeException;
import org.carme.common.InvalidRequestException;
import org.carme.configuration.ConfigurationSection;

/** Limits in the configuration file: all but limit and carry-over tells one from another. */
@ApplicationScoped
class QuotaSection implements ConfigurationSection {
    @Inject
    QuotaRepository quotas;

    @Inject
    QuotaSubjects subjects;

    @Inject
    AuditService audit;

    @Override
    public String key() {
        return "quotas";
    }

    /** After all that can have limits. */
    @Override
    public int place() {
        return 9;
    }

    @Override
    public void lock() {
        quotas.lockAll();
        quotas.letGo();
    }

    @Override
    public SortedMap<String, Map<String, Object>> present() {
        SortedMap<String, Map<String, Object>> present = new TreeMap<>();
        all().stream().map(Quota::rule).forEach(rule -> present.put(QuotaStore.words(rule), QuotaFields.of(rule)));
        return present;
    }

    @Override
    public ObjectReader reader(Map<String, Set<String>> earlier) {
        Map<String, Quota> present = byWords();
        return object -> {
            QuotaRule rule = QuotaFields.read(object);
            QuotaRules.check(rule);
            String id = QuotaStore.words(rule);
            Optional<Quota> before = Optional.ofNullable(present.get(id));
            if (before.isEmpty()) {
                requireProject(rule.subject(), earlier.getOrDefault("projects", Set.of()));
            }
            return new Wanted(
                    id, QuotaFields.of(rule), (admin, difference) -> write(admin, rule, before, difference.orElse("")));
        };
    }

    private void requireProject(QuotaSubject subject, Set<String> slugs) {
        if (subject.isOfProject()
                && !slugs.contains(subject.name())
                && subjects.titles(Set.of(subject)).isEmpty()) {
            throw new InvalidRequestException("invalid-request.project", subject.name());
        }
    }

    private List<Quota> all() {
        List<Quota> all = quotas.all();
        quotas.letGo();
        return all;
    }

    private Map<String, Quota> byWords() {
        return all().stream().collect(Collectors.toMap(quota -> QuotaStore.words(quota.rule()), Function.identity()));
    }

    private void write(String admin, QuotaRule rule, Optional<Quota> before, String difference) {
        if (before.isEmpty()) {
            Quota made = quotas.add(new QuotaRow(rule)).quota();
            note(admin, AuditAction.QUOTA_CREATED, made, Long.toString(rule.limit()));
            return;
        }
        quotas.lock(before.get().id()).ifPresent(row -> row.change(rule.limit(), rule.carryOver()));
        note(admin, AuditAction.QUOTA_CHANGED, before.get(), difference);
    }

    @Override
    public Optional<CarmeException> obstacle(String id) {
        return Optional.empty();
    }

    @Override
    public void remove(String admin, Collection<String> ids) {
        Map<String, Quota> present = byWords();
        ids.stream().map(present::get).forEach(gone -> {
            quotas.lock(gone.id()).ifPresent(quotas::remove);
            note(
                    admin,
                    AuditAction.QUOTA_DELETED,
                    gone,
                    Long.toString(gone.rule().limit()));
        });
    }

    private void note(String admin, AuditAction action, Quota quota, String detail) {
        audit.record(QuotaStore.event(admin, action, quota, detail));
        quotas.letGo();
    }
}
