package org.carme.faces.news;

import java.time.Instant;
import org.carme.news.Announcement;
import org.carme.news.ReadNews;
import org.carme.news.Severity;
import org.carme.news.ShownNews;

/** News as pages show them. */
public class NewsRow {
    private final ShownNews news;
    private final Announcement announcement;
    private final boolean read;

    NewsRow(ReadNews read) {
        this(read.news(), read.read());
    }

    NewsRow(ShownNews news, boolean read) {
        this.news = news;
        this.announcement = news.item().announcement();
        this.read = read;
    }

    public long getId() {
        return news.item().id();
    }

    public String getTitle() {
        return announcement.title();
    }

    /** @return safe to be shown as it is */
    public String getHtml() {
        return news.html();
    }

    public Severity getSeverity() {
        return announcement.severity();
    }

    /** @return the colour's name in the style sheet */
    public String getTone() {
        return tone(announcement.severity());
    }

    public String getIcon() {
        return icon(announcement.severity());
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

    public boolean isRead() {
        return read;
    }

    /** @return whether it stands above every page */
    boolean isBanner() {
        return isMustRead() && !read;
    }

    /** @return whether it is on the home page: until it is dismissed, and what must be read as long as it lasts */
    boolean isOnCard() {
        return isMustRead() == read;
    }

    static String tone(Severity severity) {
        return switch (severity) {
            case INFO -> "info";
            case WARNING -> "wait";
            case IMPORTANT -> "bad";
        };
    }

    static String icon(Severity severity) {
        return switch (severity) {
            case INFO -> "pi-info-circle";
            case WARNING -> "pi-exclamation-triangle";
            case IMPORTANT -> "pi-megaphone";
        };
    }
}
