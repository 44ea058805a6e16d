package org.carme.accounting;

/** What lines of a statement have in common that are summed up together; what they do not share is empty. */
public record StatementPart(String project, String group, String user, String acceleratorType) {}
