package org.carme.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccasionTest {
    @ParameterizedTest
    @CsvSource({
        "job-ended.COMPLETED, JOB_ENDED",
        "job-ended.OUT_OF_MEMORY, JOB_FAILED",
        "job-ends-soon.10, JOB_ENDS_SOON",
        "job-idle, JOB_ENDS_SOON",
        "job-stopped-idle, JOB_FAILED",
        "project-expires.7, PROJECTS",
        "member-invited, PROJECTS",
        "nodes-out, CLUSTER",
        "never-heard-of, OTHER"
    })
    void isFoundByTheMessagesKey(String key, Occasion occasion) {
        assertThat(Occasion.ofMessage(key)).isEqualTo(occasion);
    }

    @Test
    void outlivesTheDatabaseAndOtherVersions() {
        Set<Occasion> some = Set.of(Occasion.OTHER, Occasion.JOB_READY);

        assertThat(Occasion.join(some)).isEqualTo("job-ready,other");
        assertThat(Occasion.split("job-ready,what-is-to-come,other")).isEqualTo(some);
        assertThat(Occasion.split("")).isEmpty();
    }
}
