package org.carme.faces.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carme.common.Part;
import org.carme.executions.Cause;
import org.carme.executions.ExecutionQuery;
import org.carme.executions.ExecutionService;
import org.carme.executions.ExecutionStatus;
import org.carme.executions.ExecutionSummary;
import org.carme.web.security.CurrentUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which executions of a job its page shows. */
class JobHistoryViewTest {
    private final JobHistoryView view = new JobHistoryView();
    private final FakeExecutions executions = new FakeExecutions();

    @BeforeEach
    void open() {
        view.executions = executions;
        view.currentUser = new Admin();
    }

    @Test
    void showsTheNewestUnaskedAndSaysWhereOlderOnesBegin() {
        executions.found = new Part<>(List.of(failed(9), failed(7)), Optional.of("7"));

        view.load("clean-up");

        assertThat(executions.asked).containsExactly("admin clean-up false Optional.empty");
        assertThat(view.getRows()).extracting(HistoryRow::getId).containsExactly(9L, 7L);
        assertThat(view.getRows()).extracting(HistoryRow::getStatus).containsOnly("failed");
        assertThat(view.getNext()).isEqualTo("7");
    }

    @Test
    void keepsWhatItIsAskedForInItsAddress() {
        view.setFailed(true);
        view.setAfter("7");

        view.load("clean-up");

        assertThat(executions.asked).containsExactly("admin clean-up true Optional[7]");
        assertThat(view.getNext()).isNull();
        assertThat(view.address("clean-up", true)).isEqualTo("name=clean-up&failed=true&");
        assertThat(view.address("clean-up", false)).isEqualTo("name=clean-up&");
    }

    @Test
    void saysWhyThereIsNothing() {
        assertThat(view.getWhyNone()).isEqualTo("none");
        view.setFailed(true);
        assertThat(view.getWhyNone()).isEqualTo("failed.none");
        view.setAfter("7");
        assertThat(view.getWhyNone()).isEqualTo("noOlder");
    }

    private static ExecutionSummary failed(long id) {
        return new ExecutionSummary(
                id,
                "clean-up",
                ExecutionStatus.FAILED,
                new ExecutionSummary.Origin(Cause.PORTAL, ""),
                "",
                Instant.EPOCH,
                Optional.empty());
    }

    private static final class FakeExecutions extends ExecutionService {
        private final List<String> asked = new ArrayList<>();
        private Part<ExecutionSummary> found = new Part<>(List.of(), Optional.empty());

        @Override
        public Part<ExecutionSummary> list(String admin, ExecutionQuery query, int limit, Optional<String> cursor) {
            asked.add(admin + ' ' + query.job().orElse("") + ' ' + query.failed() + ' ' + cursor);
            return found;
        }
    }

    private static final class Admin extends CurrentUser {
        @Override
        public String getName() {
            return "admin";
        }
    }
}
