package org.carme.advisories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.images.VersionName;
import org.carme.images.VersionNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of versions that nobody has checked: nothing. */
class AdvisoryServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final AdvisoryService service = new AdvisoryService();
    private final Map<Long, List<Advisory>> checked = new HashMap<>();

    @BeforeEach
    void make() {
        service.reads = new AdvisoryReads() {
            @Override
            Optional<Instant> checkedAt(long version) {
                return checked.containsKey(version) ? Optional.of(NOW) : Optional.empty();
            }

            @Override
            List<Advisory> advisories(long version) {
                return checked.getOrDefault(version, List.of());
            }
        };
        service.versions = new VersionNames() {
            @Override
            public VersionName find(String user, String image, String version) {
                return new VersionName(Long.parseLong(version), image, version);
            }
        };
    }

    @Test
    void comparesNoVersionThatNobodyHasChecked() {
        checked.put(1L, List.of(advisory("T-1"), advisory("T-2")));

        assertThat(service.checkedAt("alice", "base", "1")).contains(NOW);
        assertThat(service.checkedAt("alice", "base", "2")).isEmpty();
        assertThatThrownBy(() -> service.compare("alice", "base", "1", "2"))
                .isInstanceOf(AdvisoriesUnknownException.class);
        assertThatThrownBy(() -> service.compare("alice", "base", "2", "1"))
                .isInstanceOf(AdvisoriesUnknownException.class);

        checked.put(2L, List.of(advisory("T-2"), advisory("T-3")));
        assertThat(service.compare("alice", "base", "1", "2"))
                .containsExactly(new AdvisoryChange(advisory("T-3"), true), new AdvisoryChange(advisory("T-1"), false));
    }

    private static Advisory advisory(String code) {
        return new Advisory(code, List.of(), Severity.LOW, "Bad.");
    }
}
