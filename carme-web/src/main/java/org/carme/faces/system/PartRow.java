package org.carme.faces.system;

import org.carme.faces.layout.Texts;
import org.carme.health.Part;
import org.carme.health.PartState;

/** A part as a row. */
public class PartRow {
    private final PartState state;
    private final Texts texts;

    PartRow(PartState state, Texts texts) {
        this.state = state;
        this.texts = texts;
    }

    public String getName() {
        return state.part().name();
    }

    public boolean isUp() {
        return state.up();
    }

    /** @return up or down, or what takes the place of these for a part that does not run */
    public String getWord() {
        String word = state.up() ? "system.up" : "system.down";
        return texts.textOr(word, word + "." + state.part());
    }

    public String getTone() {
        if (state.up()) {
            return "run";
        }
        return state.part() == Part.BACKUP ? "wait" : "bad";
    }

    public long getSince() {
        return state.since().toEpochMilli();
    }

    public long getMillis() {
        return state.took().toMillis();
    }

    public String getVersion() {
        return state.version();
    }

    /** @return why it is down, in its own words where it has said some */
    public String getTrouble() {
        return state.trouble().isEmpty()
                ? texts.textOr("system.silent", "system.silent." + state.part())
                : state.trouble();
    }
}
