package org.carme.faces.people;

import org.carme.faces.layout.Texts;
import org.carme.people.Kept;

/** How much of a kind is kept, as a row. */
public class KeptRow {
    private final Kept kept;
    private final Texts texts;

    KeptRow(Kept kept, Texts texts) {
        this.kept = kept;
        this.texts = texts;
    }

    public String getTitle() {
        return texts.textOr("kept.other", "kept." + kept.section(), kept.section());
    }

    /** @return what becomes of it when its owner is anonymised */
    public String getFate() {
        return texts.textOr("kept.fate.other", "kept.fate." + kept.section());
    }

    /** @return how long it is kept */
    public String getUntil() {
        return texts.textOr("kept.until.other", "kept.until." + kept.section());
    }

    public long getRows() {
        return kept.rows();
    }
}
