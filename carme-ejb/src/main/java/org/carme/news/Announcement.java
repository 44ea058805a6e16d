package org.carme.news;

import java.time.Instant;
import java.util.Optional;

/**
 * Something for everybody to read, as an administrator wants it.
 *
 * @param title one line of plain text
 * @param text Markdown
 * @param until empty: until it is deleted
 * @param mustRead it stands above every page until its reader has confirmed it; else he may dismiss it
 * @param onLogin it is on the login page as well, for anybody who can reach the portal
 */
public record Announcement(
        String title,
        String text,
        Severity severity,
        Instant from,
        Optional<Instant> until,
        boolean mustRead,
        boolean onLogin) {

    /** @return whether it is to be seen then */
    public boolean isShown(Instant now) {
        return !now.isBefore(from) && !isOver(now);
    }

    /** @return whether its time has passed */
    public boolean isOver(Instant now) {
        return until.map(end -> !now.isBefore(end)).orElse(false);
    }
}
