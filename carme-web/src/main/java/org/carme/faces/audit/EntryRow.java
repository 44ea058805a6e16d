package org.carme.faces.audit;

import java.util.Optional;
import org.carme.audit.AuditEntry;
import org.carme.faces.layout.Texts;

/** An entry of the log as a row. */
public class EntryRow {
    private final AuditEntry entry;
    private final Texts texts;

    EntryRow(AuditEntry entry, Texts texts) {
        this.entry = entry;
        this.texts = texts;
    }

    public long getAt() {
        return entry.at().toEpochMilli();
    }

    public String getActor() {
        return entry.actor();
    }

    public String getAction() {
        return texts.textOr("audit.action.other", "audit.action." + entry.action(), entry.action());
    }

    /** @return the object's name, else its id */
    public String getObject() {
        String name = entry.object().name();
        return name.isEmpty() ? entry.object().id() : name;
    }

    public String getKind() {
        return texts.textOr(
                "audit.kind.other",
                "audit.kind." + entry.object().kind(),
                entry.object().kind());
    }

    /** @return the id where the name alone would not tell which */
    public String getId() {
        return entry.object().name().isEmpty() ? "" : entry.object().id();
    }

    /** @return whose object it was, empty if it was the actor's own */
    public String getOwner() {
        return entry.about().equals(entry.actor()) ? "" : entry.about();
    }

    public String getDetail() {
        return entry.detail();
    }

    public String getFrom() {
        return entry.origin();
    }

    /** @return the place in the chain, empty until the entry is sealed */
    public Optional<Long> getNumber() {
        return entry.number();
    }
}
