package org.carme.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of the news and of who has read them. */
@ApplicationScoped
@Transactional
class NewsRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected NewsRepository() {}

    NewsRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @return at most that many, those that begin last first */
    List<NewsItem> all(int most) {
        return items(entityManager
                .createQuery("SELECT n FROM NewsRow n ORDER BY n.shownFrom DESC, n.id DESC", NewsRow.class)
                .setMaxResults(most)
                .getResultList());
    }

    /** @return those that are not over then, in the same order */
    List<NewsItem> lasting(Instant now, int most) {
        return items(entityManager
                .createQuery(
                        "SELECT n FROM NewsRow n WHERE n.shownUntil IS NULL OR n.shownUntil > ?1 ORDER BY n.shownFrom DESC, n.id DESC",
                        NewsRow.class)
                .setParameter(1, now)
                .setMaxResults(most)
                .getResultList());
    }

    private static List<NewsItem> items(List<NewsRow> rows) {
        return rows.stream().map(NewsRow::item).toList();
    }

    /** @return those that are shown then and that the site's chat was not told */
    List<NewsItem> untold(Instant now) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "SELECT * FROM news WHERE told_site = FALSE AND shown_from <= ? AND (shown_until IS NULL OR shown_until > ?)",
                        NewsRow.class)
                .setParameter(1, now.toEpochMilli())
                .setParameter(2, now.toEpochMilli())
                .getResultList();
        return rows.stream().map(NewsRow.class::cast).map(NewsRow::item).toList();
    }

    /**
     * Notes that the site's chat is told, which changes no version: nobody has changed the news.
     *
     * @return whether nobody has noted that before
     */
    boolean told(long id) {
        return entityManager
                        .createNativeQuery("UPDATE news SET told_site = TRUE WHERE id = ? AND told_site = FALSE")
                        .setParameter(1, id)
                        .executeUpdate()
                > 0;
    }

    void forgetTold(long id) {
        entityManager
                .createNativeQuery("UPDATE news SET told_site = FALSE WHERE id = ?")
                .setParameter(1, id)
                .executeUpdate();
    }

    Optional<NewsRow> lock(long id) {
        return Optional.ofNullable(entityManager.find(NewsRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    NewsRow add(NewsRow row) {
        entityManager.persist(row);
        entityManager.flush();
        return row;
    }

    void flush() {
        entityManager.flush();
    }

    void remove(NewsRow row) {
        entityManager.remove(row);
    }

    void add(NewsReadRow row) {
        entityManager.persist(row);
    }

    List<NewsReadRow> reads(String user) {
        return entityManager
                .createQuery("SELECT r FROM NewsReadRow r WHERE r.user = ?1 ORDER BY r.id", NewsReadRow.class)
                .setParameter(1, user)
                .getResultList();
    }

    /** @return the news that somebody has read */
    Set<Long> readBy(String user) {
        return reads(user).stream().map(NewsReadRow::news).collect(Collectors.toSet());
    }

    /** @return how many have read which; those that nobody has read are not among them */
    Map<Long, Long> readers() {
        return entityManager
                .createQuery("SELECT r.news, COUNT(r) FROM NewsReadRow r GROUP BY r.news", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    Set<String> allReaders() {
        return entityManager
                .createQuery("SELECT DISTINCT r.user FROM NewsReadRow r", String.class)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    void forgetReadsOf(long news) {
        entityManager
                .createQuery("DELETE FROM NewsReadRow r WHERE r.news = ?1")
                .setParameter(1, news)
                .executeUpdate();
    }

    void forgetReadsOf(String user) {
        entityManager
                .createQuery("DELETE FROM NewsReadRow r WHERE r.user = ?1")
                .setParameter(1, user)
                .executeUpdate();
    }

    int removeOver(Instant limit, int most) {
        List<Long> over = entityManager
                .createQuery("SELECT n.id FROM NewsRow n WHERE n.shownUntil < ?1", Long.class)
                .setParameter(1, limit)
                .setMaxResults(most)
                .getResultList();
        over.forEach(this::forgetReadsOf);
        return over.isEmpty()
                ? 0
                : entityManager
                        .createQuery("DELETE FROM NewsRow n WHERE n.id IN ?1")
                        .setParameter(1, over)
                        .executeUpdate();
    }
}
