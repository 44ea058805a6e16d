package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that wait for steps of batch jobs, as {@link DueRows} has them, and what has become of them. */
final class DueWork implements AutoCloseable {
    private final SiteDatabase database = new SiteDatabase();
    private final Map<BatchStep, DueRow> rows = new LinkedHashMap<>();

    DueWork(List<BatchStep> steps) {
        DueRows.clean(database);
        steps.forEach(step -> DueRows.of(step).ifPresent(row -> rows.put(step, row)));
    }

    /** To be called once the steps are to be held: some portals do not wait until they are asked. */
    void make() {
        rows.values().forEach(row -> row.made().forEach(database::run));
        rows.values().forEach(row -> Executions.await(() -> isThere(row), there -> there));
    }

    /** Or has been dealt with already, where nobody needs to ask for it. */
    private boolean isThere(DueRow row) {
        return isOne(row.due()) || (row.isTold() && isOne(row.done()));
    }

    private boolean isOne(String count) {
        return database.numbers(count).equals(List.of(1L));
    }

    /** However often the step has run by now, nothing is lost and nothing is done twice. */
    void isDoneOnce(BatchStep step) {
        DueRow row = rows.get(step);
        if (row != null) {
            assertThat(database.numbers(row.due())).as(step + " is due").containsExactly(0L);
            assertThat(database.numbers(row.done())).as(step + " is done").containsExactly(1L);
        }
    }

    /** The one that was killed had done its work: the one that goes on finds none. */
    void isDoneBy(BatchStep step, int interrupted) {
        DueRow row = rows.get(step);
        if (row != null) {
            assertThat(Executions.written(interrupted, step) > 0)
                    .as(step + " has written")
                    .isEqualTo(row.counted());
            assertThat(Executions.written(Executions.next(step.job(), interrupted), step))
                    .as(step + " writes again")
                    .isZero();
        }
    }

    /** Takes away what is left of the rows. */
    @Override
    public void close() {
        try {
            DueRows.clean(database);
        } finally {
            database.close();
        }
    }
}
