package org.carme.schedules;

import static org.carme.database.NativeQueries.filled;
import static org.carme.database.NativeQueries.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** What administrators were told of last: one row for each job and kind. */
@ApplicationScoped
@Transactional
class AlertRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected AlertRepository() {}

    AlertRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    List<Alert> told() {
        return rows(entityManager.createNativeQuery("SELECT job, kind, subject FROM batch_alerts")).stream()
                .map(row ->
                        Alert.of((String) row[0], AlertKind.valueOf((String) row[1]), ((Number) row[2]).longValue()))
                .toList();
    }

    void keep(Alert alert) {
        forget(alert.job(), alert.kind());
        filled(
                        entityManager.createNativeQuery(
                                "INSERT INTO batch_alerts (job, kind, subject) VALUES (?, ?, ?)"),
                        alert.job(),
                        alert.kind().name(),
                        alert.subject())
                .executeUpdate();
    }

    void forget(String job, AlertKind kind) {
        filled(entityManager.createNativeQuery("DELETE FROM batch_alerts WHERE job = ? AND kind = ?"), job, kind.name())
                .executeUpdate();
    }
}
