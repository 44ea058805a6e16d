package org.carme.batch.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.carme.accounting.UsageDays;
import org.carme.batch.Silence;
import org.junit.jupiter.api.Test;

class SumUpDaysTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-04");
    private static final LocalDate SECOND = LocalDate.parse("2026-01-05");

    private final TreeSet<LocalDate> due = new TreeSet<>(List.of(FIRST, SECOND));
    private Optional<LocalDate> poison = Optional.empty();

    @Test
    void sumsUpWhatIsDue() {
        assertThat(step(Silence.around(new SumUpDays())).process()).isEqualTo("SUMMED UP 2");
        assertThat(due).isEmpty();
    }

    @Test
    void sumsUpNothingOnceStopped() {
        SumUpDays step = step(Silence.around(new SumUpDays()));
        step.stop();

        assertThat(step.process()).isEqualTo("SUMMED UP 0");
        assertThat(due).hasSize(2);
    }

    @Test
    void goesOnWithLaterDaysWhereOneCannotBeSummedUp() {
        poison = Optional.of(FIRST);
        SumUpDays step = step(Silence.around(new SumUpDays()));

        assertThat(step.process()).isEqualTo("SUMMED UP 1");
        assertThat(due).containsExactly(FIRST);
        assertThat(Silence.skippedBy(step)).containsExactly(FIRST.toString());
    }

    @Test
    void sumsUpAloneTheDayThatIsTriedAgain() {
        assertThat(step(Silence.around(new SumUpDays(), SECOND.toString())).process())
                .isEqualTo("SUMMED UP 1");
        assertThat(due).containsExactly(FIRST);
    }

    private SumUpDays step(SumUpDays step) {
        step.days = new UsageDays() {
            @Override
            public Optional<LocalDate> dueAfter(LocalDate day) {
                return Optional.ofNullable(due.higher(day));
            }

            @Override
            public void sumUp(LocalDate day) {
                if (poison.filter(day::equals).isPresent()) {
                    throw new IllegalStateException("poison");
                }
                due.remove(day);
            }
        };
        return step;
    }
}
