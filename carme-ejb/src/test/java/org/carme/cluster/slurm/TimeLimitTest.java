package org.carme.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.cluster.slurm.RecordedSlurm.Call;
import org.carme.common.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A longer time limit in the words of both families. */
class TimeLimitTest {
    private final RecordedSlurm slurm = new RecordedSlurm();

    @AfterEach
    void close() {
        slurm.close();
    }

    @Test
    void isSetInThePortalsOwnName() {
        slurm.on("GET /slurm/v0.0.38/ping/", "22.05/ping");
        slurm.on("POST /slurm/v0.0.38/job/43", "22.05/job-update");

        limit();

        assertThat(last().user()).isEqualTo("carme");
        assertThat(last().body()).isEqualTo("{\"time_limit\":180}");
    }

    @Test
    void isANumberWithAFlagForLaterVersions() {
        slurm.on("GET /slurm/v0.0.44/ping/", "25.11/v0.0.44-ping");
        slurm.on("POST /slurm/v0.0.44/job/43", Recording.json("{\"errors\":[]}")::play);

        limit();

        assertThat(last().body()).isEqualTo("{\"time_limit\":{\"set\":true,\"number\":180}}");
    }

    @Test
    void concernsNoEndedJob() {
        slurm.on("GET /slurm/v0.0.44/ping/", "25.11/v0.0.44-ping");
        slurm.on("POST /slurm/v0.0.44/job/43", "25.11/v0.0.44-update-bad");

        assertThatCode(this::limit).doesNotThrowAnyException();
    }

    @Test
    void isRefusedToAnybodyElse() {
        slurm.on("GET /slurm/v0.0.38/ping/", "22.05/ping");
        slurm.on("POST /slurm/v0.0.38/job/43", "22.05/job-update-denied");

        assertThat(catchThrowableOfType(SchedulerException.class, this::limit).kind())
                .isEqualTo(Kind.NOT_PERMITTED);
    }

    private void limit() {
        slurm.scheduler(new SettableClock()).limitTime("43", Duration.ofHours(3));
    }

    private Call last() {
        return slurm.calls().get(slurm.calls().size() - 1);
    }
}
