package org.carme.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeStepsTest {
    @Test
    void failsNamingEachStepThatHasFailed() {
        assertThatThrownBy(judge("messages", "audit")::process)
                .isInstanceOf(StepsFailedException.class)
                .hasMessageContaining("messages, audit");
    }

    @Test
    void completesWhereNoStepHasFailed() {
        assertThat(judge().process()).isEqualTo("NONE FAILED");
    }

    private static JudgeSteps judge(String... failed) {
        JudgeSteps judge = Silence.around(new JudgeSteps());
        judge.batchJobs = new BatchJobs() {
            @Override
            public List<String> failedSteps(long execution) {
                return List.of(failed);
            }
        };
        return judge;
    }
}
