package org.carme.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditService;
import org.carme.configuration.ConfigurationFile;
import org.carme.users.GroupReferences;

/** The groups that have templates. */
@ApplicationScoped
class TemplateGroups implements GroupReferences {
    @Inject
    TemplateRepository templates;

    @Inject
    AuditService audit;

    @Override
    public int place() {
        return 2;
    }

    @Override
    public void rename(String admin, String before, String now) {
        templates.lockAll();
        templates.all().stream()
                .filter(row -> row.template().groups().contains(before))
                .forEach(row -> rename(admin, row, before, now));
    }

    private void rename(String admin, ResourceTemplate row, String before, String now) {
        Map<String, Object> old = TemplateFields.of(row.template());
        row.renameGroup(before, now);
        String difference = ConfigurationFile.difference(old, TemplateFields.of(row.template()));
        String name = row.template().name();
        audit.record(TemplateStore.event(admin, AuditAction.TEMPLATE_CHANGED, name, difference));
    }
}
