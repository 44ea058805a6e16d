package org.carme.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import org.carme.audit.AuditEntry;
import org.carme.audit.AuditPage;
import org.carme.audit.AuditQuery;
import org.carme.audit.AuditService;
import org.carme.users.PersonalData;

/**
 * Entries of the audit log as data about a person. They are in his export; they keep his name until they are as old as
 * {@code carme.audit.days}, because a sealed entry that was changed is a broken log.
 */
@ApplicationScoped
class AuditData implements PersonalData {
    private static final int PART = 200;

    @Inject
    AuditService audit;

    @Override
    public String section() {
        return "audit";
    }

    @Override
    public Set<String> people() {
        return Set.of();
    }

    @Override
    public long count(String user) {
        return 0;
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        AuditPage page = audit.own(user, AuditQuery.ALL, PART, cursor);
        return new Part(page.entries().stream().map(AuditData::json).toList(), page.next());
    }

    private static JsonObject json(AuditEntry entry) {
        return Json.createObjectBuilder()
                .add("at", entry.at().toString())
                .add("actor", entry.actor())
                .add("action", entry.action())
                .add("kind", entry.object().kind())
                .add("id", entry.object().id())
                .add("name", entry.object().name())
                .add("owner", entry.about())
                .add("detail", entry.detail())
                .add("from", entry.origin())
                .build();
    }

    @Override
    public void forget(String user, String pseudonym) {
        // see above: the log forgets by age alone
    }
}
