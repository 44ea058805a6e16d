package org.carme.faces.news;

import java.time.Instant;
import org.carme.news.Announcement;
import org.carme.news.KeptNews;
import org.carme.news.Severity;

/** News as administrators see them. */
public class KeptNewsRow {
    private final KeptNews kept;
    private final Announcement announcement;
    private final Instant now;

    KeptNewsRow(KeptNews kept, Instant now) {
        this.kept = kept;
        this.announcement = kept.item().announcement();
        this.now = now;
    }

    public long getId() {
        return kept.item().id();
    }

    public String getTitle() {
        return announcement.title();
    }

    public Severity getSeverity() {
        return announcement.severity();
    }

    public String getTone() {
        return NewsRow.tone(announcement.severity());
    }

    public String getIcon() {
        return NewsRow.icon(announcement.severity());
    }

    /** @return {@code shown}, {@code planned} or {@code over} */
    public String getState() {
        if (announcement.isShown(now)) {
            return "shown";
        }
        return announcement.isOver(now) ? "over" : "planned";
    }

    public long getFrom() {
        return announcement.from().toEpochMilli();
    }

    /** @return 0 if it has no end */
    public long getUntil() {
        return announcement.until().map(Instant::toEpochMilli).orElse(0L);
    }

    public boolean isMustRead() {
        return announcement.mustRead();
    }

    public boolean isOnLogin() {
        return announcement.onLogin();
    }

    public long getReaders() {
        return kept.readers();
    }
}
