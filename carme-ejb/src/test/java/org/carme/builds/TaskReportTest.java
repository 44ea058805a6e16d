package org.carme.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever a user's process says, it can be kept and shown. */
class TaskReportTest {
    @Test
    void keepsTheLastLinesInOnePrintableLineEach() {
        List<String> lines =
                IntStream.rangeClosed(1, 30).mapToObj(i -> "a\tline\u0000 " + i).toList();

        TaskReport report = report("why\nnot", lines);

        assertThat(report.detail()).isEqualTo("why not");
        assertThat(report.lines()).hasSize(20).last().isEqualTo("a line 30");
    }

    @Test
    void cutsWhatIsTooLongBetweenCharacters() {
        String faces = "x" + "\uD83D\uDE00".repeat(300);

        TaskReport report = report(faces, List.of(faces));

        assertThat(report.detail()).isEqualTo("x" + "\uD83D\uDE00".repeat(249));
        assertThat(report.lines()).containsExactly(report.detail());
    }

    @Test
    void takesNoMoreStepsThanARecipeHas() {
        StepProgress step = new StepProgress("run\n", "x".repeat(300), StepProgress.State.WAITING, -1);
        TaskReport report = new TaskReport(
                TaskReport.State.RUNNING, Collections.nCopies(200, step), "", List.of(), Optional.empty());

        assertThat(report.steps()).hasSize(110);
        assertThat(report.steps().get(0).title()).hasSize(200);
        assertThat(report.steps().get(0).seconds()).isZero();
    }

    private static TaskReport report(String detail, List<String> lines) {
        return new TaskReport(TaskReport.State.FAILED, List.of(), detail, lines, Optional.empty());
    }
}
