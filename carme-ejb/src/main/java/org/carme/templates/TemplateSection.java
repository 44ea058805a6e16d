package org.carme.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditService;
import org.carme.common.CarmeException;
import org.carme.configuration.ConfigurationSection;
import org.carme.images.ImageTitles;

/** Templates in the configuration file. */
@ApplicationScoped
class TemplateSection implements ConfigurationSection {
    @Inject
    TemplateRepository templates;

    @Inject
    ImageTitles images;

    @Inject
    TemplateUse use;

    @Inject
    AuditService audit;

    @Override
    public String key() {
        return "templates";
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public void lock() {
        templates.lockAll();
    }

    @Override
    public SortedMap<String, Map<String, Object>> present() {
        SortedMap<String, Map<String, Object>> present = new TreeMap<>();
        templates.all().stream()
                .map(ResourceTemplate::template)
                .forEach(template -> present.put(template.name(), TemplateFields.of(template)));
        return present;
    }

    @Override
    public ObjectReader reader(Map<String, Set<String>> before) {
        Set<String> known = images.all().keySet();
        return object -> {
            Template template = TemplateFields.read(object);
            TemplateRules.check(template, known);
            return new Wanted(
                    template.name(),
                    TemplateFields.of(template),
                    (admin, difference) -> write(admin, template, difference));
        };
    }

    private void write(String admin, Template template, Optional<String> difference) {
        templates
                .lock(template.name())
                .ifPresentOrElse(row -> templates.change(row, template), () -> templates.add(template));
        AuditAction action = difference.isPresent() ? AuditAction.TEMPLATE_CHANGED : AuditAction.TEMPLATE_CREATED;
        audit.record(TemplateStore.event(admin, action, template.name(), difference.orElse("")));
    }

    @Override
    public Optional<CarmeException> obstacle(String id) {
        long active = use.activeJobs(id);
        return active > 0 ? Optional.of(new TemplateInUseException(id, active)) : Optional.empty();
    }

    @Override
    public void remove(String admin, Collection<String> ids) {
        for (String id : ids) {
            templates.lock(id).ifPresent(templates::remove);
            audit.record(TemplateStore.event(admin, AuditAction.TEMPLATE_DELETED, id, ""));
        }
    }
}
