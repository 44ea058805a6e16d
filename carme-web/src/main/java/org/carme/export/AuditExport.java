package org.carme.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Optional;
import org.carme.audit.AuditEntry;
import org.carme.audit.AuditPage;
import org.carme.audit.AuditQuery;
import org.carme.audit.AuditService;

/** Everybody's audit entries as a table, read in parts however many they are. */
@ApplicationScoped
public class AuditExport {
    private static final int PART = 200;

    @Inject
    AuditService audit;

    /**
     * @param zone in which times are written, with its offset
     * @throws org.carme.audit.AuditNotPermittedException if the reader is no auditor, before anything is written
     */
    public Download of(String reader, AuditQuery query, ZoneId zone) {
        AuditPage first = audit.all(reader, query, PART, Optional.empty());
        return out -> {
            CsvTable table = new CsvTable(
                    out, zone, "number", "at", "actor", "action", "kind", "id", "name", "owner", "detail", "from");
            write(reader, query, first, table);
        };
    }

    private void write(String reader, AuditQuery query, AuditPage first, CsvTable table) throws IOException {
        addAll(table, first);
        for (AuditPage page = first; page.next().isPresent(); ) {
            page = audit.all(reader, query, PART, page.next());
            addAll(table, page);
        }
        table.end();
    }

    private static void addAll(CsvTable table, AuditPage page) throws IOException {
        for (AuditEntry entry : page.entries()) {
            table.row(
                    entry.number().orElse(null),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.object().kind(),
                    entry.object().id(),
                    entry.object().name(),
                    entry.about(),
                    entry.detail(),
                    entry.origin());
        }
    }
}
