package org.carme.accounting;

/** What a statement is broken down by, beside the type of accelerator. */
public enum StatementBy {
    PROJECT,
    USER,
    TYPE;

    /** @return what lines have in common that are summed up together */
    StatementPart of(StatementLine line) {
        return switch (this) {
            case PROJECT -> new StatementPart(line.project(), line.group(), "", line.acceleratorType());
            case USER -> new StatementPart("", "", line.user(), line.acceleratorType());
            case TYPE -> new StatementPart("", "", "", line.acceleratorType());
        };
    }
}
