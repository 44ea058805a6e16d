package org.carme.batch.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.carme.accounting.UsageDays;
import org.carme.batch.Silence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SumUpDaysTest {
    private final Queue<LocalDate> due =
            new ArrayDeque<>(List.of(LocalDate.parse("2026-01-04"), LocalDate.parse("2026-01-05")));
    private final SumUpDays batchlet = Silence.around(new SumUpDays());

    @BeforeEach
    void have() {
        batchlet.days = new UsageDays() {
            @Override
            public Optional<LocalDate> sumUpNext() {
                return Optional.ofNullable(due.poll());
            }
        };
    }

    @Test
    void sumsUpWhatIsDue() {
        assertThat(batchlet.process()).isEqualTo("SUMMED UP 2");
    }

    @Test
    void sumsUpNothingOnceStopped() {
        batchlet.stop();
        assertThat(batchlet.process()).isEqualTo("SUMMED UP 0");
        assertThat(due).hasSize(2);
    }
}
