package org.carme.advisories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How checks end that cannot come to their end. */
class AdvisoryChecksTest {
    @TempDir
    Path folder;

    private final List<String> steps = new ArrayList<>();
    private boolean canBeNoted;

    @Test
    void leavesAStoppedCheckToBeTakenUp() {
        assertThat(checks(folder).run(() -> true, read -> {})).isEqualTo("STOPPED");
        assertThat(steps).isEmpty();
    }

    private AdvisoryChecks checks(Path of) {
        AdvisoryChecks checks = new AdvisoryChecks();
        checks.settings = new AdvisorySettings(Optional.of(of));
        checks.store = new FakeStore();
        checks.clock = Clock.systemUTC();
        return checks;
    }

    @Test
    void endsACheckBeforeItNotesWhatItHasSkipped() {
        AdvisoryChecks checks = checks(folder.resolve("gone"));

        assertThatThrownBy(() -> checks.run(() -> false, read -> {})).hasMessage("It cannot be noted.");
        assertThat(steps).containsExactly("fail", "note UNREADABLE");
    }

    @Test
    void failsWithoutItsFolder() {
        canBeNoted = true;

        assertThatThrownBy(() -> checks(folder.resolve("gone")).run(() -> false, read -> {}))
                .isInstanceOf(FolderUnreadableException.class)
                .hasMessageContaining("gone");
        assertThat(steps).containsExactly("fail", "note UNREADABLE");
    }

    private final class FakeStore extends CheckStore {
        @Override
        Optional<Long> begin() {
            return Optional.of(1L);
        }

        @Override
        boolean removeOld(long check, Tally tally) {
            return false;
        }

        @Override
        List<Object[]> installed(long after) {
            return List.of();
        }

        @Override
        boolean fail(long check, Tally tally) {
            steps.add("fail");
            return true;
        }

        @Override
        void note(long check, Tally tally) {
            steps.add("note " + tally.reasons().get(0).reason());
            if (!canBeNoted) {
                throw new IllegalStateException("It cannot be noted.");
            }
        }
    }
}
