package org.carme.faces.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.carme.faces.layout.Texts;
import org.carme.schedules.JobPlan;
import org.carme.schedules.Run;
import org.carme.schedules.RunHistory;
import org.carme.schedules.RunOutcome;
import org.junit.jupiter.api.Test;

/** What the overview says of a job's last runs. */
class JobRowTest {
    @Test
    void saysThatSomeHaveFailedToThoseWhoDoNotSeeTheBars() {
        assertThat(row(RunOutcome.COMPLETED, RunOutcome.STOPPED).getTrendText()).isEqualTo("batch.trend.of");
        assertThat(row(RunOutcome.COMPLETED, RunOutcome.FAILED).getTrendText()).isEqualTo("batch.trend.failed");
    }

    private static JobRow row(RunOutcome... outcomes) {
        List<Run> runs = Stream.of(outcomes)
                .map(outcome -> new Run(1, outcome, Instant.EPOCH, Optional.of(Instant.EPOCH.plusSeconds(1))))
                .toList();
        JobPlan plan = new JobPlan(
                "clean-up", Optional.empty(), false, 0, Optional.empty(), new RunHistory(runs), new TreeSet<>());
        return new JobRow(plan, new Keys(), Locale.ROOT);
    }

    private static final class Keys extends Texts {
        @Override
        public String text(String key, Object... arguments) {
            return key;
        }
    }
}
