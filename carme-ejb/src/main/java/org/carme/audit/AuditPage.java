package org.carme.audit;

import java.util.List;
import java.util.Optional;

/**
 * A part of the log.
 *
 * @param next the cursor of the following part, empty at the end
 */
public record AuditPage(List<AuditEntry> entries, Optional<String> next) {}
