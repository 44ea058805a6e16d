package org.carme.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.carme.audit.AuditCheck.Finding;
import org.carme.common.InvalidRequestException;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log on a real database. */
class AuditServiceIT {
    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private final TestAudit audit = new TestAudit(database, clock);

    @AfterEach
    void close() {
        Origin.clear();
        database.close();
    }

    @Test
    void tellsWhoDidWhatWhenAndFromWhere() {
        Origin.set("192.0.2.7");
        audit.record("admin", "alice", "maintenance");

        AuditEntry entry = entries("alice").get(0);

        assertThat(entry.actor()).isEqualTo("admin");
        assertThat(entry.about()).isEqualTo("alice");
        assertThat(entry.origin()).isEqualTo("192.0.2.7");
        assertThat(entry.at()).isEqualTo(clock.instant());
        assertThat(entry.action()).isEqualTo("job-stopped");
        assertThat(entry.object()).isEqualTo(new AuditObject("job", "7", "PINNs"));
        assertThat(entry.detail()).isEqualTo("maintenance");
        assertThat(entry.number()).isEmpty();
    }

    @Test
    void showsToUsersWhatConcernsThemAndToAuditorsAll() {
        audit.record("alice", "alice", "hers");
        audit.record("admin", "alice", "done to hers");
        audit.record("bob", "bob", "his");

        assertThat(details("alice")).containsExactly("done to hers", "hers");
        assertThat(details("bob")).containsExactly("his");
        assertThat(details("admin")).containsExactly("done to hers");
        assertThat(audit.call(service -> service.all("admin", AuditQuery.ALL, 50, Optional.empty()))
                        .entries())
                .extracting(AuditEntry::detail)
                .containsExactly("his", "done to hers", "hers");
        assertThat(details("nobody")).isEmpty();
    }

    @Test
    void givesNobodyMoreForAskingForOthers() {
        audit.record("alice", "alice", "hers");
        AuditQuery query = new AuditQuery(
                Optional.of("alice"), Optional.empty(), Optional.of("7"), Optional.empty(), Optional.empty());

        assertThat(audit.call(service -> service.own("bob", query, 50, Optional.empty()))
                        .entries())
                .isEmpty();
        assertThat(audit.call(service -> service.all("admin", query, 50, Optional.empty()))
                        .entries())
                .hasSize(1);
        assertThatThrownBy(() -> audit.call(service -> service.all("bob", query, 50, Optional.empty())))
                .isInstanceOf(AuditNotPermittedException.class);
        assertThatThrownBy(() -> audit.call(service -> service.verify("bob")))
                .isInstanceOf(AuditNotPermittedException.class);
    }

    @Test
    void findsByTime() {
        audit.record("alice", "alice", "1");
        clock.forward(Duration.ofMinutes(1));
        audit.record("alice", "alice", "2");
        AuditQuery since = new AuditQuery(
                Optional.empty(),
                Optional.of(AuditAction.JOB_STOPPED),
                Optional.of("PINNs"),
                Optional.of(clock.instant()),
                Optional.of(clock.instant().plusMillis(1)));

        assertThat(audit.call(service -> service.own("alice", since, 50, Optional.empty()))
                        .entries())
                .extracting(AuditEntry::detail)
                .containsExactly("2");
    }

    @Test
    void givesALongLogInParts() {
        write(5);
        List<String> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Optional<String> from = cursor;
            AuditPage page = audit.call(service -> service.own("alice", AuditQuery.ALL, 2, from));
            page.entries().forEach(entry -> all.add(entry.detail()));
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(all).containsExactly("5", "4", "3", "2", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1 OR 1=1", "99999999999999999999"})
    void refusesForeignCursors(String cursor) {
        assertThatThrownBy(() -> audit.call(service -> service.own("alice", AuditQuery.ALL, 2, Optional.of(cursor))))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void vouchesForWhatIsSealedAndSaysHowMuchIsNot() {
        write(3);
        audit.care.seal();
        write(2);

        AuditCheck check = audit.call(service -> service.verify("admin"));

        assertThat(check.isIntact()).isTrue();
        assertThat(check.checked()).isEqualTo(3);
        assertThat(check.endNumber()).isEqualTo(3);
        assertThat(check.unsealed()).isEqualTo(2);
    }

    @Test
    void vouchesForALogOfManyParts() {
        write(1203);
        audit.care.seal();

        AuditCheck check = check();

        assertThat(check.isIntact()).isTrue();
        assertThat(check.checked()).isEqualTo(1203);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit_entries SET actor = 'bob' WHERE chain_number = 3 | 3 | CHANGED",
                "UPDATE audit_entries SET happened_at = 0 WHERE chain_number = 1 | 1 | CHANGED",
                "UPDATE audit_entries SET seal = REPEAT('0', 64) WHERE chain_number = 5 | 5 | CHANGED",
                "DELETE FROM audit_entries WHERE chain_number = 2 | 2 | MISSING",
                "DELETE FROM audit_entries WHERE chain_number = 1 | 1 | MISSING",
                "DELETE FROM audit_entries WHERE chain_number >= 4 | 4 | MISSING",
                "UPDATE audit_entries SET chain_number = NULL WHERE chain_number = 3 | 3 | MISSING",
                "UPDATE audit_entries SET chain_number = 6 WHERE chain_number = 2 | 2 | MISSING",
                "UPDATE audit_entries SET chain_number = -1 WHERE chain_number = 5 | 0 | UNEXPECTED",
                "UPDATE audit_head SET end_number = 4 | 0 | HEAD_CHANGED",
                "UPDATE audit_head SET begin_number = 1 | 0 | HEAD_CHANGED",
                "UPDATE audit_head SET end_number = 0, end_seal = '', seal = '' | 0 | HEAD_CHANGED",
                "DELETE FROM audit_head | 0 | HEAD_CHANGED"
            })
    void namesTheFirstRowThatIsNotAsItWas(String crime, long number, AuditProblem problem) {
        write(5);
        audit.care.seal();

        audit.sql(crime);

        assertThat(check().finding()).hasValue(new Finding(number, problem));
    }

    @Test
    void sealsNothingOnAForgedHead() {
        write(2);
        audit.care.seal();
        audit.sql("UPDATE audit_head SET end_number = 1");
        write(1);
        audit.care.seal();

        assertThat(check().finding()).hasValue(new Finding(0, AuditProblem.HEAD_CHANGED));
        assertThat(check().unsealed()).isEqualTo(1);
    }

    @Test
    void canCheckTheRestAfterTheOldestAreRemoved() {
        write(3);
        clock.forward(Duration.ofDays(730));
        write(2);
        audit.care.seal();
        assertThat(audit.care.purge(2)).as("of exactly two years").isZero();
        clock.forward(Duration.ofMillis(1));

        assertThat(List.of(audit.care.purge(2), audit.care.purge(2), audit.care.purge(2)))
                .containsExactly(2, 1, 0);
        AuditCheck check = check();
        assertThat(check.isIntact()).isTrue();
        assertThat(check.checked()).isEqualTo(2);
        assertThat(check.endNumber()).isEqualTo(5);
        write(1);
        audit.care.seal();
        assertThat(check().isIntact()).isTrue();
    }

    @Test
    void removesNothingThatWasMadeOld() {
        write(2);
        audit.care.seal();
        audit.sql("UPDATE audit_entries SET happened_at = 0");

        assertThat(audit.care.purge(100)).isZero();
        assertThat(check().finding()).hasValue(new Finding(1, AuditProblem.CHANGED));
    }

    @Test
    void keepsOneChainHoweverManySeal() throws Exception {
        write(40);
        Callable<Boolean> sealing = () -> {
            for (int i = 0; i < 10; i++) {
                write(2);
                audit.care.seal();
            }
            return true;
        };
        var pool = Executors.newFixedThreadPool(3);
        for (Future<Boolean> done : pool.invokeAll(List.of(sealing, sealing, sealing))) {
            done.get();
        }
        pool.shutdown();

        AuditCheck check = check();
        assertThat(check.isIntact()).isTrue();
        assertThat(check.checked()).isEqualTo(100);
        assertThat(check.unsealed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 36_501})
    void refusesTimesThatMakeNoSense(int days) {
        audit.care.days = days;

        assertThatThrownBy(audit.care::validate).hasMessageContaining("carme.audit.days");
    }

    @Test
    void goesOnWhereACheckHasBeenStopped() {
        write(1200);
        audit.care.seal();
        audit.care.seal();
        List<String> marks = new ArrayList<>();
        assertThat(audit.care.check(Optional.empty(), () -> !marks.isEmpty(), (more, mark) -> marks.add(mark)))
                .isEmpty();
        assertThat(marks).singleElement().asString().startsWith("500:");

        AuditCheck rest = audit.care
                .check(Optional.of(marks.get(0)), () -> false, (more, mark) -> marks.add(mark))
                .orElseThrow();
        assertThat(rest.isIntact()).isTrue();
        assertThat(rest.checked()).isEqualTo(700);
        assertThat(marks.get(marks.size() - 1)).isEqualTo(rest.endNumber() + ":" + rest.endSeal());
    }

    @Test
    void believesNoMarkThatIsNotOfTheChain() {
        write(3);
        audit.care.seal();

        for (String mark : List.of("", "2", "x:y", "-1:", "99999999999999999999:a")) {
            assertThat(checkFrom(mark).checked()).as(mark).isEqualTo(3);
        }
        assertThat(checkFrom("2:forged").finding()).contains(new Finding(3, AuditProblem.CHANGED));
    }

    private AuditCheck checkFrom(String mark) {
        return audit.care
                .check(Optional.of(mark), () -> false, (more, reached) -> {})
                .orElseThrow();
    }

    private void write(int entries) {
        audit.call(service -> {
            for (int i = 1; i <= entries; i++) {
                service.record(TestAudit.event("alice", "alice", Integer.toString(i)));
            }
            return null;
        });
    }

    private List<AuditEntry> entries(String reader) {
        return audit.call(service -> service.own(reader, AuditQuery.ALL, 50, Optional.empty()))
                .entries();
    }

    private List<String> details(String reader) {
        return entries(reader).stream().map(AuditEntry::detail).toList();
    }

    private AuditCheck check() {
        AtomicLong progress = new AtomicLong();
        AuditCheck check = audit.care
                .check(Optional.empty(), () -> false, (more, mark) -> progress.addAndGet(more))
                .orElseThrow();
        assertThat(progress).hasValue(check.checked());
        return check;
    }
}
