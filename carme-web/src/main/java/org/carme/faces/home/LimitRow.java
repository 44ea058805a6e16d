package org.carme.faces.home;

import org.carme.faces.quotas.QuotaTexts;
import org.carme.quotas.QuotaOutlook;
import org.carme.quotas.QuotaResource;

/** A limit beside the start form, and what the chosen start needs of it. */
public class LimitRow {
    private final String matter;
    private final String subject;
    private final String limit;
    private final String left;
    private final String needed;
    private final double room;
    private final boolean enough;
    private final boolean hours;

    LimitRow(QuotaOutlook outlook, QuotaTexts texts) {
        matter = texts.matter(outlook.state().rule());
        subject = texts.subject(outlook.state().rule());
        limit = texts.number(outlook.state().limit());
        left = texts.number(outlook.state().left());
        needed = texts.number(outlook.needed());
        room = outlook.state().left() / outlook.needed();
        enough = outlook.enough();
        hours = outlook.state().rule().resource() == QuotaResource.ACCELERATOR_HOURS;
    }

    /** The jobs that a template allows one user. */
    LimitRow(String matter, String subject, long limit, long active) {
        this.matter = matter;
        this.subject = subject;
        this.limit = Long.toString(limit);
        left = Long.toString(Math.max(0, limit - active));
        needed = "1";
        room = Math.max(0, limit - active);
        enough = room >= 1;
        hours = false;
    }

    /** @return how many starts like this one fit */
    double room() {
        return room;
    }

    boolean isHours() {
        return hours;
    }

    public String getMatter() {
        return matter;
    }

    public String getSubject() {
        return subject;
    }

    public String getLimit() {
        return limit;
    }

    public String getLeft() {
        return left;
    }

    public String getNeeded() {
        return needed;
    }

    public boolean isEnough() {
        return enough;
    }
}
