package org.carme.executions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which portals are taken for dead. */
class PortalsIT {
    private static final long NOBODY = 4_000_000_000L;

    private final TestDatabase database = new TestDatabase();
    private final EntityManager own = database.open();
    private final AtomicLong time = new AtomicLong();
    private final Portals portals = new Portals();

    @BeforeEach
    void open() {
        portals.self = new ThisPortal();
        portals.rows = new PortalRepository(own);
        portals.nanoTime = time::get;
        own.getTransaction().begin();
        portals.begin();
    }

    @AfterEach
    void close() {
        own.getTransaction().rollback();
        own.close();
        database.close();
    }

    @Test
    void seesAtOnceThatAProcessOfThisMachineIsGone() {
        add("gone", portals.self.place(), NOBODY);
        add("here", portals.self.place(), portals.self.process());
        add("elsewhere", "another machine", NOBODY);

        assertThat(portals.bury()).isTrue();
        assertThat(portals.rows.isThere("gone")).isFalse();
        assertThat(portals.rows.isThere("here")).isTrue();
        assertThat(portals.rows.isThere("elsewhere")).isTrue();
    }

    @Test
    void takesForDeadWhoGivesNoSignForAWhile() {
        add("elsewhere", "another machine", 1);
        assertThat(portals.bury()).isFalse();
        later(Portals.PATIENCE);
        assertThat(portals.bury()).as("not yet").isFalse();
        portals.rows.beat("elsewhere");
        later(Duration.ofSeconds(1));
        assertThat(portals.bury()).as("a sign").isFalse();
        later(Portals.PATIENCE.plusSeconds(1));
        assertThat(portals.bury()).isTrue();
        assertThat(portals.rows.isThere("elsewhere")).isFalse();
    }

    @Test
    void goesOnUnderAnotherNameIfTakenForDead() {
        assertThat(portals.beat()).isTrue();
        String before = portals.self.id();
        portals.rows.remove(before);

        assertThat(portals.beat()).isFalse();
        assertThat(portals.self.id()).isNotEqualTo(before);
        assertThat(portals.beat()).isTrue();
    }

    private void add(String id, String place, long process) {
        own.createNativeQuery("INSERT INTO batch_portals (id, host, place, process, beats) VALUES (?1, 'h', ?2, ?3, 0)")
                .setParameter(1, id)
                .setParameter(2, place)
                .setParameter(3, process)
                .executeUpdate();
    }

    private void later(Duration duration) {
        time.addAndGet(duration.toNanos());
    }
}
