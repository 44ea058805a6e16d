package org.carme.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.common.SettableClock;
import org.carme.executions.StepHistory;
import org.carme.executions.StepHistory.Ended;
import org.carme.users.Administrators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When an instance misses a backup, among several with folders of their own. */
class BackupFinderTest {
    private static final Instant AT = Instant.parse("2026-11-27T02:30:00Z");
    private static final String NAME = "carme-20261127T023000Z.h2.zip";
    private static final String KEPT = "KEPT " + NAME + ", 50 TABLES, 900 ROWS";
    private static final Backup FILE = new Backup(NAME, AT, 1);
    private static final Duration DAY = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock();
    private final BackupFinder finder = new BackupFinder();
    private Optional<List<Backup>> folder = Optional.of(List.of());
    private List<Ended> ended = List.of();

    @BeforeEach
    void have() {
        clock.forward(Duration.between(clock.instant(), AT.plus(DAY)));
        finder.clock = clock;
        finder.looks = new BackupLooks() {
            @Override
            Optional<List<Backup>> all() {
                return folder;
            }
        };
        finder.history = new StepHistory() {
            @Override
            public List<Ended> completed(String job, String step) {
                assertThat(job + "/" + step).isEqualTo("back-up-database/check");
                return ended;
            }
        };
    }

    @Test
    void isContentWithWhatAnotherInstanceHasMadeAndSaysWhere() {
        ended = List.of(new Ended("portal2", false, KEPT));

        BackupPicture picture = finder.look();

        assertThat(picture.isOverdue(Instant.EPOCH)).isFalse();
        assertThat(picture.last()).contains(new LastBackup(NAME, AT, "portal2"));
    }

    @Test
    void warnsOnceNoInstanceHasMadeOneForTwoDays() {
        ended = List.of(new Ended("portal2", false, KEPT));
        clock.forward(DAY.plusSeconds(1));

        assertThat(finder.look().isOverdue(Instant.EPOCH)).isTrue();
    }

    @Test
    void takesAFileInASharedFolderForItsOwn() {
        folder = Optional.of(List.of(FILE));
        ended = List.of(new Ended("portal2", false, KEPT));

        assertThat(finder.look().last()).contains(new LastBackup(NAME, AT, ""));
    }

    @Test
    void missesWhatThisMachineHasMadeWhenItIsGone() {
        ended = List.of(new Ended("portal1", true, KEPT));

        assertThat(finder.look().last()).isEmpty();
        assertThat(finder.look().isOverdue(Instant.EPOCH)).isTrue();
    }

    @Test
    void countsOnlyWhatWasKept() {
        ended = List.of(new Ended("portal2", false, "STOPPED"), new Ended("", false, KEPT));

        assertThat(finder.look().last()).isEmpty();
    }

    @Test
    void warnsOfASilentFolderUnlessAnotherInstanceHasAFreshOne() {
        folder = Optional.empty();
        assertThat(finder.look().isOverdue(clock.instant())).isTrue();

        ended = List.of(new Ended("portal2", false, KEPT));
        assertThat(finder.look().isOverdue(clock.instant())).isFalse();
    }

    @Test
    void isPatientWithANewPortal() {
        assertThat(finder.look().isOverdue(clock.instant().minus(DAY))).isFalse();
        assertThat(finder.look().isOverdue(clock.instant().minus(DAY.multipliedBy(3))))
                .isTrue();
    }

    @Test
    void listsNothingForASilentFolderButSaysSo() {
        BackupService service = new BackupService();
        service.finder = finder;
        service.administrators = new Administrators() {
            @Override
            public void require(String user) {
                assertThat(user).isEqualTo("admin");
            }
        };
        folder = Optional.of(List.of(FILE));
        assertThat(service.list("admin")).containsExactly(FILE);

        folder = Optional.empty();
        assertThatThrownBy(() -> service.list("admin")).isInstanceOf(BackupsUnavailableException.class);
        assertThat(service.look("admin").answers()).isFalse();
    }
}
