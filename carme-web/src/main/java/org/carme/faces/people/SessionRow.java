package org.carme.faces.people;

import org.carme.users.SessionSummary;

/** A session as a row. */
public class SessionRow {
    private final SessionSummary session;

    SessionRow(SessionSummary session) {
        this.session = session;
    }

    public long getStarted() {
        return session.startedAt().toEpochMilli();
    }

    public long getLastAction() {
        return session.lastActionAt().toEpochMilli();
    }
}
