package org.carme.cluster.slurm;

import java.util.concurrent.atomic.AtomicReference;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerContractTest;
import org.carme.cluster.slurm.RecordedSlurm.Call;
import org.carme.cluster.slurm.RecordedSlurm.Reply;
import org.carme.common.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract, against recorded answers of one version. A submitted job runs until it is cancelled. */
abstract class RecordedContractTest extends SchedulerContractTest {
    protected final RecordedSlurm slurm = new RecordedSlurm();

    private final RecordedSlurm stranger = new RecordedSlurm();
    private final SettableClock clock = new SettableClock();
    private final AtomicReference<String> job = new AtomicReference<>();
    private final String version;
    private final String prefix;
    private final String id;
    private Scheduler scheduler;

    /**
     * @param prefix where the recordings are
     * @param id of the job in them
     */
    RecordedContractTest(String version, String prefix, String id) {
        this.version = version;
        this.prefix = prefix;
        this.id = id;
    }

    @BeforeEach
    final void play() {
        String controller = " /slurm/" + version;
        slurm.on("GET" + controller + "/ping/", prefix + "ping");
        slurm.on("GET" + controller + "/nodes/", prefix + "nodes");
        slurm.on("GET" + controller + "/partitions/", prefix + "partitions");
        slurm.on("GET" + controller + "/jobs/", prefix + "jobs");
        slurm.on("GET" + controller + "/jobs/\\?update_time=[0-9]+", "22.05/jobs-unchanged");
        slurm.decide("POST" + controller + "/job/submit", this::submit);
        slurm.on("GET" + controller + "/job/999999", unknownJob());
        slurm.on("DELETE" + controller + "/job/999999", unknownCancel());
        slurm.decide("GET" + controller + "/job/" + id, call -> Recording.of(prefix + job.get())::play);
        slurm.decide("DELETE" + controller + "/job/" + id, this::cancel);
        slurm.on("GET /slurmdb/" + version + "/job/999999", "22.05/db-job-unknown");
        slurm.on("GET /slurmdb/" + version + "/associations/\\?user=(nobody-here|carme)", "22.05/db-associations-none");
        slurm.on("GET /slurmdb/" + version + "/associations/\\?user=alice", associations());
        slurm.on("GET /slurmdb/" + version + "/associations/", allAssociations());
        stranger.on("GET" + controller + "/ping/", pingOfStranger());
        stranger.on(".*" + controller + "/(job/999999|nodes/|partitions/)", badToken());
        stranger.on("POST" + controller + "/job/submit", badTokenOfSubmission());
        scheduler = slurm.scheduler(clock);
    }

    @AfterEach
    final void end() {
        slurm.close();
        stranger.close();
    }

    protected abstract String unknownJob();

    protected abstract String unknownCancel();

    protected abstract String associations();

    /** @return the recording of all of them */
    protected abstract String allAssociations();

    protected abstract String pingOfStranger();

    protected abstract String badToken();

    protected abstract String badTokenOfSubmission();

    protected abstract String runningJob();

    private Reply submit(Call call) {
        if (call.body().contains("nope")) {
            return Recording.of(prefix + "submit-bad-partition")::play;
        }
        if (call.body().contains("\"nodes\":\"4")) {
            return Recording.of(prefix + "submit-too-many-nodes")::play;
        }
        job.set(runningJob());
        return Recording.of(prefix + "submit")::play;
    }

    private Reply cancel(Call call) {
        if (call.user().equals("bob")) {
            return Recording.of(prefix + "cancel-others")::play;
        }
        job.set("job-cancelled");
        return Recording.of(prefix + "cancel")::play;
    }

    @Override
    protected final Scheduler scheduler() {
        return scheduler;
    }

    @Override
    protected final Scheduler distrusted() {
        return stranger.scheduler(clock);
    }

    @Override
    protected final void takeAway() {
        slurm.stop();
    }

    @Override
    protected final void bringBack() {
        slurm.startAgain();
        clock.forward(CircuitBreaker.PAUSE);
    }
}
