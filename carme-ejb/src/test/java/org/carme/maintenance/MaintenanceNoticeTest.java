package org.carme.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.carme.common.SettableClock;
import org.carme.users.Person;
import org.carme.users.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everybody is told, by the clock. */
class MaintenanceNoticeTest {
    private final SettableClock clock = new SettableClock();
    private final MaintenanceNotice notice = new MaintenanceNotice();
    private final AtomicInteger told = new AtomicInteger();
    private Maintenance kept;

    @BeforeEach
    void planForTheDayAfterTomorrow() {
        notice.clock = clock;
        notice.subscribe(told::incrementAndGet);
        kept = new Maintenance(
                Optional.of(TestMaintenance.plan(
                        clock.instant().plus(Duration.ofDays(2)),
                        Optional.of(clock.instant().plus(Duration.ofDays(2)).plus(Duration.ofHours(1))),
                        "bob")),
                7);
        notice.seen(kept);
    }

    @Test
    void announcesItADayBefore() {
        assertThat(notice.announced()).isEmpty();

        look(Duration.ofDays(1));

        assertThat(notice.announced()).isPresent();
        assertThat(notice.active()).isEmpty();
        assertThat(told).hasValue(1);
    }

    @Test
    void beginsAndEndsByItself() {
        look(Duration.ofDays(2));
        assertThat(notice.active()).isPresent();
        look(Duration.ofHours(1));

        assertThat(notice.announced()).isEmpty();
        assertThat(told).hasValue(2);
    }

    @Test
    void tellsOnlyOfChanges() {
        look(Duration.ofDays(1));
        look(Duration.ofSeconds(2));
        assertThat(told).hasValue(1);

        kept = new Maintenance(kept.plan(), 8);
        look(Duration.ofSeconds(2));

        assertThat(told).hasValue(2);
    }

    @Test
    void keepsNeitherAdministratorsNorAllowedUsersFromStarting() {
        assertThat(notice.keepsFromStarting(person("alice", Role.USER))).isFalse();
        look(Duration.ofDays(2));

        assertThat(notice.keepsFromStarting(person("alice", Role.USER))).isTrue();
        assertThat(notice.keepsFromStarting(person("bob", Role.USER))).isFalse();
        assertThat(notice.keepsFromStarting(person("admin", Role.ADMIN))).isFalse();
    }

    private void look(Duration later) {
        clock.forward(later);
        notice.seen(kept);
    }

    private static Person person(String name, Role role) {
        return new Person(name, name, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of(role));
    }
}
