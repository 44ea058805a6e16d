package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DueRowsTest {
    @Test
    void hasARowForEveryStepOrSaysWhyThereIsNone() {
        List<String> named = Stream.concat(DueRows.all().stream().map(DueRow::step), DueRows.NONE.keySet().stream())
                .toList();

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        BatchStep.all().stream().map(BatchStep::toString).toList());
    }
}
