package org.carme.faces.news;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.carme.faces.layout.FieldTime;
import org.carme.news.Announcement;
import org.carme.news.Severity;

/** What stands in the form: times as the browser's fields have them, in the reader's time zone. */
public class NewsForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String title;
    private String text;
    private Severity severity = Severity.INFO;
    private String from;
    private String until;
    private boolean mustRead;
    private boolean onLogin;
    private boolean again;
    private String zone;

    NewsForm() {}

    /** The page's script shows the times, because only the browser knows the reader's time zone. */
    NewsForm(Announcement announcement) {
        title = announcement.title();
        text = announcement.text();
        severity = announcement.severity();
        mustRead = announcement.mustRead();
        onLogin = announcement.onLogin();
    }

    Announcement announcement(Instant now) {
        return new Announcement(
                Optional.ofNullable(title).orElse(""),
                getText(),
                severity,
                FieldTime.of("from", from, zone).orElse(now),
                FieldTime.of("until", until, zone),
                mustRead,
                onLogin);
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public final String getText() {
        return Optional.ofNullable(text).orElse("");
    }

    public void setText(String text) {
        this.text = text;
    }

    public Severity getSeverity() {
        return severity;
    }

    public void setSeverity(Severity severity) {
        this.severity = severity;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public boolean isMustRead() {
        return mustRead;
    }

    public void setMustRead(boolean mustRead) {
        this.mustRead = mustRead;
    }

    public boolean isOnLogin() {
        return onLogin;
    }

    public void setOnLogin(boolean onLogin) {
        this.onLogin = onLogin;
    }

    public boolean isAgain() {
        return again;
    }

    public void setAgain(boolean again) {
        this.again = again;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }
}
