package org.carme.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where messages lead. */
class MessageTest {
    @Test
    void leadsToTheExecutionOfABatchJobOrToTheJob() {
        assertThat(about("batch-failed.step", "clean-up 812", Optional.empty()))
                .contains("/admin/batch-execution.xhtml?id=812");
        assertThat(about("batch-late", "clean-up", Optional.empty())).contains("/admin/batch-job.xhtml?name=clean-up");
        assertThat(about("job-ready", "clean-up 812", Optional.of(7L))).contains("/job.xhtml?id=7");
    }

    @Test
    void leadsNowhereElse() {
        assertThat(about("project-approved", "clean-up 812", Optional.empty())).isEmpty();
        assertThat(about("batch-failed", "clean-up&x=1", Optional.empty())).isEmpty();
    }

    private static Optional<String> about(String key, String subject, Optional<Long> job) {
        return new Message(1, Kind.ERROR, key, subject, "", job, Instant.EPOCH, false).page();
    }
}
