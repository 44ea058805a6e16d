package org.carme.news;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody has dismissed or confirmed news. */
@Entity
@Table(name = "news_reads")
class NewsReadRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "news_id")
    private long news;

    @Column(name = "user_name")
    private String user;

    @Column(name = "read_at")
    private Instant readAt;

    /** For JPA. */
    protected NewsReadRow() {}

    NewsReadRow(long news, String user, Instant readAt) {
        this.news = news;
        this.user = user;
        this.readAt = readAt;
    }

    long news() {
        return news;
    }

    Instant readAt() {
        return readAt;
    }
}
