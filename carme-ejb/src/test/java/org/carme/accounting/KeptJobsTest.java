package org.carme.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.carme.jobs.JobRetention;
import org.junit.jupiter.api.Test;

class KeptJobsTest {
    @Test
    void readsNoRunAgainOfWhichTheJobMayBeRemoved() {
        assertThat(Duration.ofDays(JobRetention.LEAST_DAYS))
                .isGreaterThan(AccountingStore.REACH.plus(Duration.ofDays(7)));
    }
}
