package org.carme.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.carme.common.SettableClock;
import org.carme.quotas.QuotaService;
import org.carme.quotas.QuotaStanding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often the limits are read for the start form. */
class StartPreviewTest {
    private final SettableClock clock = new SettableClock();
    private final StartPreview preview = new StartPreview();
    private int reads;

    @BeforeEach
    void open() {
        preview.clock = clock;
        preview.quotas = new CountedQuotas();
        preview.jobs = new TwoJobs();
    }

    @Test
    void countsActiveJobsByTemplate() {
        StartLimits limits = preview.limits("alice", Optional.empty());

        assertThat(limits.activeOf("GPU")).isEqualTo(2);
        assertThat(limits.activeOf("CPU")).isZero();
    }

    @Test
    void readsNothingForEachChoice() {
        StartLimits limits = preview.limits("alice", Optional.empty());
        clock.forward(Duration.ofSeconds(20));

        assertThat(preview.limits("alice", Optional.of(limits))).isSameAs(limits);
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void readsAgainAfterAWhileOrAStart() {
        StartLimits limits = preview.limits("alice", Optional.empty());
        preview.limits("alice", Optional.empty());
        clock.forward(Duration.ofSeconds(31));
        preview.limits("alice", Optional.of(limits));

        assertThat(reads).isEqualTo(3);
    }

    private final class CountedQuotas extends QuotaService {
        @Override
        public List<QuotaStanding> standing(String user) {
            reads++;
            return List.of();
        }
    }

    private static final class TwoJobs extends OwnJobs {
        @Override
        List<JobSummary> active(String user) {
            return List.of(TestJobs.job().summary(), TestJobs.job().summary());
        }
    }
}
