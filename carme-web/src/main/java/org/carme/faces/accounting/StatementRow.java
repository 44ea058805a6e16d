package org.carme.faces.accounting;

import org.carme.accounting.StatementPart;
import org.carme.accounting.StatementSum;

/** A part of a statement as a row. */
public class StatementRow {
    private final StatementPart part;
    private final String name;
    private final String typeTitle;
    private final StatementSum sum;

    StatementRow(StatementPart part, String name, String typeTitle, StatementSum sum) {
        this.part = part;
        this.name = name;
        this.typeTitle = typeTitle;
        this.sum = sum;
    }

    /** @return what it is called; empty if only the type matters */
    public String getName() {
        return name;
    }

    /** @return the project's slug, empty if it is none */
    public String getSlug() {
        return part.project();
    }

    public String getType() {
        return part.acceleratorType();
    }

    public String getTypeTitle() {
        return typeTitle;
    }

    public StatementSum getSum() {
        return sum;
    }
}
