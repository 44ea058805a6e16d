package org.carme.faces.quotas;

import org.carme.quotas.Quota;

/** A limit as a row of administrators. */
public class QuotaRow {
    private final Quota quota;
    private final QuotaTexts texts;

    QuotaRow(Quota quota, QuotaTexts texts) {
        this.quota = quota;
        this.texts = texts;
    }

    public long getId() {
        return quota.id();
    }

    public long getVersion() {
        return quota.version();
    }

    public String getSubject() {
        return texts.subject(quota.rule());
    }

    public String getMatter() {
        return texts.matter(quota.rule());
    }

    /** @return how it is named where only one line is given */
    public String getTitle() {
        return getMatter() + ", " + getSubject();
    }

    public long getLimit() {
        return quota.rule().limit();
    }

    public boolean isCarryOver() {
        return quota.rule().carryOver();
    }
}
