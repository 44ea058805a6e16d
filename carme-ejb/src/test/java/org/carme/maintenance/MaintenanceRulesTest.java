package org.carme.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.carme.common.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan may say. */
class MaintenanceRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));

    @Test
    void bringsMessageAndNamesIntoOrder() {
        MaintenancePlan plan = MaintenanceRules.check(
                new MaintenancePlan(" New\n switches ", NOW, Optional.empty(), new TreeSet<>(List.of("Bob ", "alice"))),
                NOW);

        assertThat(plan.message()).isEqualTo("New switches");
        assertThat(plan.allowed()).containsExactly("alice", "bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0007b"})
    void wantsAMessageThatCanBeRead(String message) {
        assertRefused(new MaintenancePlan(message, NOW, Optional.empty(), new TreeSet<>()), "maintenance-message");
    }

    @Test
    void wantsAShortMessage() {
        assertRefused(
                new MaintenancePlan("m".repeat(501), NOW, Optional.empty(), new TreeSet<>()), "maintenance-message");
        MaintenanceRules.check(new MaintenancePlan("m".repeat(500), NOW, Optional.empty(), new TreeSet<>()), NOW);
    }

    @Test
    void wantsAnEndAfterTheBeginAndInTheFuture() {
        assertRefused(TestMaintenance.plan(LATER, Optional.of(LATER)), "maintenance-end");
        assertRefused(TestMaintenance.plan(NOW.minusSeconds(60), Optional.of(NOW)), "maintenance-end");
        assertRefused(TestMaintenance.plan(NOW, Optional.of(NOW.plus(Duration.ofDays(400)))), "maintenance-end");
        assertRefused(TestMaintenance.plan(NOW.plus(Duration.ofDays(400)), Optional.empty()), "maintenance-begin");
    }

    @Test
    void wantsNamesThatCanBeNames() {
        assertRefused(TestMaintenance.plan(NOW, Optional.empty(), "no name"), "maintenance-user");
        String[] many = IntStream.range(0, 101).mapToObj(i -> "user" + i).toArray(String[]::new);
        assertRefused(TestMaintenance.plan(NOW, Optional.empty(), many), "maintenance-users");
    }

    private static void assertRefused(MaintenancePlan plan, String key) {
        assertThatThrownBy(() -> MaintenanceRules.check(plan, NOW))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("invalid-request." + key);
    }
}
