package org.carme.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.common.InvalidRequestException;
import org.carme.configuration.ConfigurationFile;
import org.carme.images.ImageTitles;

/** The transactions of the templates: each change is checked, kept and written down together. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class TemplateStore {
    private static final String KIND = "template";

    @Inject
    TemplateRepository templates;

    @Inject
    ImageTitles images;

    @Inject
    TemplateUse use;

    @Inject
    AuditService audit;

    /** A template and the version of its row. */
    record Stored(Template template, long version) {
        static Stored of(ResourceTemplate row) {
            return new Stored(row.template(), row.version());
        }
    }

    List<Stored> all() {
        return templates.all().stream().map(Stored::of).toList();
    }

    Stored get(String name) {
        return templates.row(name).map(Stored::of).orElseThrow(() -> new TemplateNotFoundException(name));
    }

    Stored create(String admin, Template template) {
        TemplateRules.check(template, images.all().keySet());
        if (templates.row(template.name()).isPresent()) {
            throw InvalidRequestException.about("name", "invalid-request.template-exists", template.name());
        }
        ResourceTemplate row = templates.add(template);
        note(admin, AuditAction.TEMPLATE_CREATED, template.name(), "");
        return Stored.of(row);
    }

    Stored change(String admin, Template template, long version) {
        ResourceTemplate row = locked(template.name(), version);
        TemplateRules.check(template, images.all().keySet());
        String difference =
                ConfigurationFile.difference(TemplateFields.of(row.template()), TemplateFields.of(template));
        if (!difference.isEmpty()) {
            templates.change(row, template);
            note(admin, AuditAction.TEMPLATE_CHANGED, template.name(), difference);
        }
        return Stored.of(row);
    }

    void delete(String admin, String name, long version) {
        ResourceTemplate row = locked(name, version);
        long active = use.activeJobs(name);
        if (active > 0) {
            throw new TemplateInUseException(name, active);
        }
        templates.remove(row);
        note(admin, AuditAction.TEMPLATE_DELETED, name, "");
    }

    private ResourceTemplate locked(String name, long version) {
        ResourceTemplate row = templates.lock(name).orElseThrow(() -> new TemplateNotFoundException(name));
        if (row.version() != version) {
            throw audit.changedMeanwhile(KIND, name);
        }
        return row;
    }

    private void note(String admin, AuditAction action, String name, String detail) {
        audit.record(event(admin, action, name, detail));
    }

    static AuditEvent event(String admin, AuditAction action, String name, String detail) {
        return new AuditEvent(action, admin, "", new AuditObject(KIND, name, name), detail);
    }
}
