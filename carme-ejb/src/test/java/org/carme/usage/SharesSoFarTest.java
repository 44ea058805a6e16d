package org.carme.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.carme.common.SettableClock;
import org.carme.jobs.JobId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharesSoFarTest {
    private static final JobId JOB = new JobId(1);

    private final SettableClock clock = new SettableClock();
    private final SharesSoFar shares = new SharesSoFar();
    private int sums;

    @BeforeEach
    void count() {
        shares.clock = clock;
        shares.records = new UsageRecords() {
            @Override
            Efficiency efficiency(JobId job) {
                sums++;
                return Efficiency.UNKNOWN;
            }
        };
    }

    @Test
    void sumsALongJobUpOnceAMinuteHoweverManyAsk() {
        Instant begin = clock.instant().minus(Duration.ofDays(3));
        shares.of(JOB, begin);
        clock.forward(Duration.ofSeconds(59));
        shares.of(JOB, begin);
        assertThat(sums).isEqualTo(1);

        clock.forward(Duration.ofSeconds(1));
        shares.of(JOB, begin);
        assertThat(sums).isEqualTo(2);
    }

    @Test
    void followsAShortJob() {
        Instant begin = clock.instant().minus(Duration.ofMinutes(5));
        shares.of(JOB, begin);
        shares.of(new JobId(2), begin);
        clock.forward(Duration.ofSeconds(5));
        shares.of(JOB, begin);

        assertThat(sums).isEqualTo(3);
    }
}
