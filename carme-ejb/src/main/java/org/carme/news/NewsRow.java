package org.carme.news;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/** The row of an announcement. */
@Entity
@Table(name = "news")
class NewsRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Version
    private long version;

    private String title;
    private String body;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    @Column(name = "shown_from")
    private Instant shownFrom;

    @Column(name = "shown_until")
    private Instant shownUntil;

    @Column(name = "must_read")
    private boolean mustRead;

    @Column(name = "on_login")
    private boolean onLogin;

    /** For JPA. */
    protected NewsRow() {}

    NewsRow(Announcement announcement) {
        change(announcement);
    }

    final void change(Announcement announcement) {
        title = announcement.title();
        body = announcement.text();
        severity = announcement.severity();
        shownFrom = announcement.from();
        shownUntil = announcement.until().orElse(null);
        mustRead = announcement.mustRead();
        onLogin = announcement.onLogin();
    }

    NewsItem item() {
        Announcement announcement =
                new Announcement(title, body, severity, shownFrom, Optional.ofNullable(shownUntil), mustRead, onLogin);
        return new NewsItem(id, announcement, version);
    }
}
