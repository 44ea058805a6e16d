package org.carme.advisories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.carme.advisories.CheckRepository.News;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.images.VersionName;
import org.carme.images.VisibleVersions;
import org.carme.packages.PackageKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What checks write and readers see, on a real database. */
class AdvisoryRepositoryIT {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final SettableClock clock = new SettableClock();
    private final TestDatabase database = database();
    private final EntityManager entityManager = database.open();
    private final CheckRepository checks = new CheckRepository(entityManager);
    private final FindingRepository findings = new FindingRepository(entityManager);
    private final AdvisoryRepository advisories = new AdvisoryRepository(entityManager);

    TestDatabase database() {
        return new TestDatabase();
    }

    /** base:1 has torch and numpy, base:2, a draft, torch alone. */
    @BeforeEach
    void fill() {
        in(() -> {
            sql("INSERT INTO images (name, title, description) VALUES ('base', 'Base', '')");
            version(1, "ACTIVE");
            version(2, "DRAFT");
            software(11, "torch");
            software(12, "numpy");
            software(13, "gone");
            sql("INSERT INTO image_packages (version_id, package_id) VALUES (1, 11), (1, 12), (2, 11)");
            return null;
        });
    }

    private void version(int id, String state) {
        sql(
                "INSERT INTO image_versions (id, version, image_name, name, runtime, location, accelerators, entry_points, binds,"
                        + " flags, notes, state, created_by, created_at) VALUES (" + id + ", 0, 'base', '" + id
                        + "', 'none', '', TRUE, '', '', '', '', '" + state + "', 'carla', 1)");
        sql("INSERT INTO image_contents (version_id, taken_at, taken_by, package_count, document) VALUES (" + id + ", "
                + NOW.toEpochMilli() + ", 'carla', 2, '')");
    }

    private void software(int id, String name) {
        sql("INSERT INTO packages (id, url, kind, name, version, licences) VALUES (" + id + ", 'pkg:pypi/" + name
                + "@1', 'PIP', '" + name + "', '1', '')");
    }

    private void sql(String statement) {
        entityManager.createNativeQuery(statement).executeUpdate();
    }

    @AfterEach
    void close() {
        entityManager.close();
        database.close();
    }

    @Test
    void showsTheWorstFirstAndCountsEachOnce() {
        long check = check(
                advisory("T-LOW", Severity.LOW, 11, 12),
                advisory("T-HIGH", Severity.HIGH, 12),
                advisory("T-GONE", Severity.CRITICAL, 13));

        assertThat(advisories.findings(check, 1, Severity.UNRATED, 0, 10))
                .extracting(finding -> finding.advisory().code() + " " + finding.name())
                .containsExactly("T-HIGH numpy", "T-LOW numpy", "T-LOW torch");
        assertThat(advisories.findings(check, 1, Severity.UNRATED, 1, 1))
                .extracting(Finding::name)
                .containsExactly("numpy");
        assertThat(advisories.findings(check, 1, Severity.HIGH, 0, 10))
                .containsExactly(new Finding(
                        new Advisory("T-HIGH", List.of("CVE-T-HIGH"), Severity.HIGH, "Bad."),
                        12,
                        PackageKind.PIP,
                        "numpy",
                        "1",
                        Optional.of("2")));
        assertThat(advisories.counts(check, List.of("base", "none"), VisibleVersions.ALL))
                .isEqualTo(Map.of(
                        "base:1", new AdvisoryCounts(Map.of(Severity.HIGH, 1, Severity.LOW, 1)),
                        "base:2", new AdvisoryCounts(Map.of(Severity.LOW, 1))));
        assertThat(advisories.advisories(check, 1)).extracting(Advisory::code).containsExactly("T-HIGH", "T-LOW");
    }

    @Test
    void findsByAnyNameAndOnlyWhatOneMaySee() {
        long check = check(advisory("T-1", Severity.LOW, 11), advisory("T-2", Severity.LOW, 12));
        VisibleVersions drafts =
                new VisibleVersions(Optional.of("SELECT id FROM image_versions WHERE state = ?"), List.of("DRAFT"));

        assertThat(advisories.named(check, "CVE-T-1", VisibleVersions.ALL, 10))
                .extracting(Finding::name)
                .containsExactly("torch");
        assertThat(advisories.named(check, "T-1", drafts, 10)).hasSize(1);
        assertThat(advisories.about(check, "torch", drafts, 10)).hasSize(1);
        assertThat(advisories.about(check, "numpy", drafts, 10))
                .as("in no draft")
                .isEmpty();
        assertThat(advisories.counts(check, List.of("base"), drafts)).containsOnlyKeys("base:2");
        assertThat(advisories.images(List.of(11L, 12L), VisibleVersions.ALL, 10))
                .containsExactly(new VersionName(1, "base", "1"), new VersionName(2, "base", "2"));
        assertThat(advisories.images(List.of(11L), drafts, 10)).containsExactly(new VersionName(2, "base", "2"));
    }

    @Test
    void hidesWhatOthersTell() {
        long check = check(advisory("T-1", Severity.LOW, 11), advisory("T-2", Severity.LOW, 11));
        in(() -> {
            long second = findings.of(check, 11).stream()
                    .filter(row -> row.names().contains("T-2"))
                    .findFirst()
                    .orElseThrow()
                    .advisory();
            findings.markDoubled(check, 11, List.of(second));
            return null;
        });

        assertThat(findings.withSeveral(check, 0, 10)).containsExactly(11L);
        assertThat(advisories.findings(check, 1, Severity.UNRATED, 0, 10)).hasSize(1);
        assertThat(advisories.about(check, "torch", VisibleVersions.ALL, 10)).hasSize(1);
        assertThat(advisories.named(check, "T-2", VisibleVersions.ALL, 10))
                .as("whoever asks for it finds it")
                .hasSize(1);
    }

    @Test
    void tellsWhatIsNewAndUrgent() {
        long before = check(advisory("T-OLD", Severity.HIGH, 11), advisory("T-WORSE", Severity.LOW, 11));
        long check = check(
                advisory("T-OLD", Severity.HIGH, 11),
                advisory("T-WORSE", Severity.CRITICAL, 11),
                advisory("T-NEW", Severity.HIGH, 12),
                advisory("T-HARMLESS", Severity.MEDIUM, 12),
                advisory("T-GONE", Severity.HIGH, 13));

        assertThat(findings.news(check, before)).as("T-WORSE and T-NEW").isEqualTo(2);
        assertThat(findings.news(check, check)).isZero();
    }

    @Test
    void keepsWhatReadersSeeUntilTheNextCheck() {
        long first = check(advisory("T-1", Severity.LOW, 11));
        publish(first, 1);
        long second = check(advisory("T-2", Severity.LOW, 11));

        assertThat(checks.head().current()).contains(first);
        in(() -> {
            while (findings.removeOthers(first, 1) > 0) {
                // in parts
            }
            return null;
        });
        assertThat(advisories.findings(first, 1, Severity.UNRATED, 0, 10)).hasSize(1);
        assertThat(advisories.findings(second, 1, Severity.UNRATED, 0, 10)).isEmpty();
        assertThat(checks.untold()).containsExactly(new News(first, 1));
    }

    @Test
    void remembersHowChecksWent() {
        Tally tally = new Tally();
        tally.skip(SkipReason.NOT_JSON, "a.json");
        long check = in(() -> checks.begin(NOW));
        assertThat(in(() -> checks.alive(check, tally, NOW.plusSeconds(5)))).isTrue();
        in(() -> {
            checks.note(check, tally);
            checks.fail(NOW.plusSeconds(9));
            return null;
        });

        assertThat(checks.last())
                .contains(new CheckState(
                        check,
                        CheckState.Outcome.FAILED,
                        NOW,
                        NOW.plusSeconds(5),
                        Optional.of(NOW.plusSeconds(9)),
                        0,
                        0,
                        1));
        assertThat(checks.skipped(check)).containsExactly(new Skipped(SkipReason.NOT_JSON, 1, List.of("a.json")));
        assertThat(in(() -> checks.alive(check, tally, NOW)))
                .as("it was taken for dead")
                .isFalse();
    }

    @Test
    void looksOnceMoreAtWhatWasSaidShortlyBefore() {
        Instant later = NOW.plus(Duration.ofMinutes(5));

        assertThat(checks.isUnseen(NOW.minusMillis(1), NOW)).isTrue();
        assertThat(checks.isUnseen(NOW, later.minusMillis(1))).isFalse();
        assertThat(checks.isUnseen(NOW, later))
                .as("it may have been written meanwhile")
                .isTrue();
        assertThat(checks.isUnseen(later, later.plusSeconds(1000))).isFalse();
    }

    @Test
    void takesForCheckedOnlyWhatWasInsideBefore() {
        long check = check();
        in(() -> {
            sql("UPDATE image_contents SET taken_at = taken_at + 1 WHERE version_id = 2");
            return null;
        });

        assertThat(advisories.checkedAt(check, 1)).contains(NOW);
        assertThat(advisories.checkedAt(check, 2)).as("said anew since").isEmpty();
        assertThat(advisories.checkedAt(check, 3)).as("not known").isEmpty();
        assertThat(advisories.checkedAt(check + 1, 1)).isEmpty();
    }

    @Test
    void removesNothingOnceItWasTakenForDead() {
        CheckStore store = store();
        Tally tally = new Tally();
        long first = in(() -> store.begin().orElseThrow());
        clock.forward(Duration.ofSeconds(100));
        assertThat(in(() -> store.removeOld(first, tally))).isFalse();
        clock.forward(Duration.ofSeconds(100));
        assertThat(in(store::begin)).as("it has shown life").isEmpty();

        clock.forward(Duration.ofSeconds(100));
        long second = in(() -> {
            long check = store.begin().orElseThrow();
            store.keep(check, List.of(advisory("T-1", Severity.LOW, 11)), tally);
            return check;
        });
        assertThatThrownBy(() -> in(() -> store.removeOld(first, tally))).isInstanceOf(CheckLostException.class);
        assertThat(advisories.findings(second, 1, Severity.UNRATED, 0, 10)).hasSize(1);
    }

    @Test
    void notesWhateverFilesAreCalled() {
        CheckStore store = store();
        Tally tally = new Tally();
        for (int i = 0; i < 5; i++) {
            tally.skip(SkipReason.NOT_JSON, "folder/".repeat(300) + i);
        }
        tally.read("folder/".repeat(300) + "a.zip", advisory("T-1", Severity.LOW), NOW);
        long check = in(() -> store.begin().orElseThrow());

        assertThat(in(() -> store.fail(check, tally))).isTrue();
        in(() -> {
            store.note(check, tally);
            return null;
        });

        assertThat(checks.skipped(check).get(0).examples()).hasSize(5);
        assertThat(checks.sources(check)).hasSize(1);
        assertThat(in(() -> store.fail(check, tally))).as("it is over").isFalse();
    }

    private CheckStore store() {
        CheckStore store = new CheckStore();
        store.checks = checks;
        store.findings = findings;
        store.clock = clock;
        return store;
    }

    @Test
    void listsOnlyPackagesThatAreSomewhere() {
        assertThat(findings.installed(0, 10))
                .extracting(row -> row[1])
                .containsExactly("pkg:pypi/torch@1", "pkg:pypi/numpy@1");
        assertThat(findings.installed(11, 10)).hasSize(1);
    }

    private long check(OsvAdvisory... found) {
        return in(() -> {
            long check = checks.begin(NOW);
            if (found.length > 0) {
                findings.add(check, List.of(found));
            }
            findings.count(check, findings.versions(0, 10));
            return check;
        });
    }

    private void publish(long check, int news) {
        in(() -> {
            checks.lock();
            checks.publish(new News(check, news), NOW);
            return null;
        });
    }

    private <T> T in(Supplier<T> action) {
        return TestDatabase.inTransaction(entityManager, action);
    }

    private static OsvAdvisory advisory(String code, Severity severity, long... packages) {
        return new OsvAdvisory(
                code,
                List.of(code, "CVE-" + code),
                severity,
                "Bad.",
                NOW,
                Arrays.stream(packages)
                        .mapToObj(software -> new OsvAdvisory.Match(software, "2"))
                        .toList());
    }
}
