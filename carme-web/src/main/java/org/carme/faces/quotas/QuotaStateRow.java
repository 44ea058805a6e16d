package org.carme.faces.quotas;

import java.time.Instant;
import org.carme.quotas.QuotaState;

/** How a limit stands, as a row. */
public class QuotaStateRow {
    /** The style sheet has a width for every fifth percent: inline styles are not allowed. */
    private static final int STEP = 5;

    private static final int WHOLE = 100;
    private static final int NEARLY = 80;

    private final QuotaState state;
    private final QuotaTexts texts;

    QuotaStateRow(QuotaState state, QuotaTexts texts) {
        this.state = state;
        this.texts = texts;
    }

    public String getMatter() {
        return texts.matter(state.rule());
    }

    public String getSubject() {
        return texts.subject(state.rule());
    }

    public String getLimit() {
        return texts.number(state.limit());
    }

    public String getUsed() {
        return texts.number(state.used());
    }

    public String getRunning() {
        return texts.number(state.running());
    }

    public String getQueued() {
        return texts.number(state.queued());
    }

    /** @return whether a part of the use was sent past Carme */
    public boolean isOutside() {
        return state.outside() > 0;
    }

    public String getOutsideText() {
        return texts.outside(state.outside());
    }

    public String getLeft() {
        return texts.number(state.left());
    }

    /** @return whether the columns of hours mean something */
    public boolean isHours() {
        return state.until().isPresent();
    }

    /** @return when the period ends, 0 for what is counted at a time */
    public long getUntil() {
        return state.until().map(Instant::toEpochMilli).orElse(0L);
    }

    /** @return class of the part that is taken */
    public String getWidth() {
        int steps = (int) (percent() / STEP);
        return "w" + steps * STEP;
    }

    public String getTone() {
        if (state.left() <= 0) {
            return "bad";
        }
        return percent() >= NEARLY ? "wait" : "run";
    }

    private double percent() {
        return state.limit() <= 0 ? WHOLE : Math.min(WHOLE, WHOLE * (state.limit() - state.left()) / state.limit());
    }
}
