package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import org.carme.database.NativeQueries;

/** The portals that share the database. */
@ApplicationScoped
@Transactional
class PortalRepository {
    @Inject
    private EntityManager entityManager;

    /** For CDI. */
    protected PortalRepository() {}

    PortalRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A sign of life. */
    record Sign(String portal, String place, long process, long beats) {}

    void add(ThisPortal portal) {
        change(
                "INSERT INTO batch_portals (id, host, place, process, beats) VALUES (?, ?, ?, ?, 0)",
                portal.id(),
                portal.host(),
                portal.place(),
                portal.process());
    }

    /** @return false if it is taken for dead */
    boolean beat(String portal) {
        return change("UPDATE batch_portals SET beats = beats + 1 WHERE id = ?", portal) > 0;
    }

    boolean isThere(String portal) {
        return !query("SELECT id FROM batch_portals WHERE id = ?", portal)
                .getResultList()
                .isEmpty();
    }

    List<Sign> others(String portal) {
        return NativeQueries.rows(query("SELECT id, place, process, beats FROM batch_portals WHERE id <> ?", portal))
                .stream()
                .map(row -> new Sign(
                        (String) row[0], (String) row[1], ExecutionRow.number(row[2]), ExecutionRow.number(row[3])))
                .toList();
    }

    /** @return false if it has given a sign since, or another portal was faster */
    boolean remove(Sign last) {
        return change("DELETE FROM batch_portals WHERE id = ? AND beats = ?", last.portal(), last.beats()) > 0;
    }

    void remove(String portal) {
        change("DELETE FROM batch_portals WHERE id = ?", portal);
    }

    private int change(String sql, Object... parameters) {
        return query(sql, parameters).executeUpdate();
    }

    private Query query(String sql, Object... parameters) {
        return NativeQueries.filled(entityManager.createNativeQuery(sql), parameters);
    }
}
