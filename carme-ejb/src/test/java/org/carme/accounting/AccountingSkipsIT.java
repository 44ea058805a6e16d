package org.carme.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.carme.cluster.Allotment;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that cannot be kept keep no other one from being so. */
class AccountingSkipsIT {
    private static final Allotment LAB = new Allotment("lab", 1, 1, 1, 0, Map.of());

    private final SettableClock clock = new SettableClock();
    private final Instant end = clock.instant().minus(Duration.ofHours(2));
    private final TestDatabase database = new TestDatabase();
    private final TestAccounting accounting = new TestAccounting(database, clock);
    private final Ledger ledger = new Ledger();
    private final AccountingImport imports = accounting.imports(ledger, tag -> Optional.empty());

    @AfterEach
    void close() {
        database.close();
    }

    private int run() {
        return accounting.run(imports, Optional.empty());
    }

    @Test
    void nameWhatMakesNoSenseAndSayNothingOfWhatIsNobodys() {
        ledger.add(Ledger.run("1", end));
        ledger.add(Ledger.of(new Ledger.Sender("2", "bob", ""), end.plusSeconds(60), end, LAB));
        ledger.add(Ledger.of(new Ledger.Sender("", "bob", ""), end, end, LAB));
        ledger.add(Ledger.of(new Ledger.Sender("4", "root", ""), end, end, LAB));
        ledger.add(Ledger.of(new Ledger.Sender("5", "<b>", ""), end, end, LAB));

        assertThat(run()).isEqualTo(1);
        assertThat(accounting.skipped()).containsExactly("2 " + end, " " + end);
        assertThatThrownBy(() -> imports.keepAgain("2 " + end))
                .isInstanceOf(UnusableRunException.class)
                .hasMessageContaining("before it began");
        assertThatThrownBy(() -> imports.keepAgain(" " + end)).isInstanceOf(UnusableRunException.class);
    }

    @Test
    void areSkippedWhereTheDatabaseRefusesThemAndKeptOnceItDoesNot() {
        for (int job = 1; job <= 3; job++) {
            ledger.add(Ledger.run(Integer.toString(job), end));
        }
        accounting.refuse("2");
        assertThat(run()).isEqualTo(2);
        assertThat(accounting.skipped()).containsExactly("2 " + end);
        assertThat(accounting.mark().importedUntil()).isEqualTo(clock.instant());
        assertThatThrownBy(() -> imports.keepAgain("2 " + end)).hasMessage("as the test wants it");

        accounting.refuse("none");
        assertThat(imports.keepAgain("2 " + end)).isEqualTo(1);
        accounting.sumUp();
        assertThat(accounting.statement(YearMonth.of(2026, 3)).total().jobs()).isEqualTo(3);
    }

    @Test
    void failTheImportWhereTheyAreMany() {
        for (int job = 1; job <= 30; job++) {
            ledger.add(Ledger.of(new Ledger.Sender("2", "bob", ""), end.minusSeconds(job), end.plusSeconds(job), LAB));
        }
        accounting.refuse("2");

        assertThatThrownBy(this::run).hasMessage("as the test wants it");
        assertThat(accounting.mark().importedUntil())
                .as("their window counts as not read")
                .isBefore(end.plusSeconds(30));
    }
}
