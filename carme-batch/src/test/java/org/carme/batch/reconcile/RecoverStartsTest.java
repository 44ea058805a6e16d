package org.carme.batch.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.carme.batch.Silence;
import org.carme.batch.Starts;
import org.carme.cluster.ClusterUser;
import org.carme.cluster.FakeScheduler;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.SchedulerState;
import org.carme.jobs.JobId;
import org.carme.jobs.JobSummary;
import org.carme.jobs.SubmissionSignal;
import org.carme.jobs.Submissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a start of which the answer was lost. */
class RecoverStartsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TAG = Starts.start(1).tag();
    private static final ClusterUser ALICE = new ClusterUser(Starts.OWNER, Starts.OWNER_UID);

    private static final long POISON = 7;

    private boolean isAccountingAway;
    private final FakeScheduler scheduler = new FakeScheduler(Clock.fixed(NOW, ZoneOffset.UTC)) {
        @Override
        public synchronized List<SchedulerJob> accounted(Instant from) {
            if (isAccountingAway) {
                throw new SchedulerException(Kind.UNREACHABLE, "as the test wants it", null);
            }
            return super.accounted(from);
        }
    };
    private final List<String> recorded = new ArrayList<>();
    private List<JobSummary> uncertain = List.of(Starts.start(1));
    private RecoverStarts step = Silence.around(new RecoverStarts());

    @BeforeEach
    void open() {
        recover();
    }

    private void recover() {
        step.submissions = new RecordedSubmissions();
        step.signal = new SubmissionSignal();
        step.tagged = new TaggedJobs();
        step.tagged.scheduler = scheduler;
    }

    @Test
    void registersTheJobThatArrived() {
        sendAndLoseTheAnswer(ALICE);

        assertThat(step.process()).isEqualTo("FOUND 1 OF 1");
        assertThat(recorded).containsExactly("registered 1");
    }

    @Test
    void sendsAgainWhatDidNotArrive() {
        assertThat(step.process()).isEqualTo("FOUND 0 OF 1");
        assertThat(recorded).containsExactly("not sent");
    }

    @Test
    void trustsNoTagOnAJobOfSomebodyElse() {
        sendAndLoseTheAnswer(new ClusterUser("mallory", 7002));

        step.process();

        assertThat(recorded).containsExactly("not sent");
    }

    @Test
    void endsAStartThatWasRefusedAndRegistersItsRecordNotAsAJob() {
        sendAndLoseTheAnswer(ALICE);
        scheduler.end("1", SchedulerState.FAILED, 1);

        assertThat(step.process()).isEqualTo("FOUND 0 OF 1");
        assertThat(recorded).containsExactly("refused: The scheduler refused it; why was lost");
    }

    @Test
    void findsTheRefusalInTheAccountingToo() {
        sendAndLoseTheAnswer(ALICE);
        scheduler.end("1", SchedulerState.FAILED, 1);
        scheduler.forget("1");

        step.process();

        assertThat(recorded).containsExactly("refused: The scheduler refused it; why was lost");
    }

    @Test
    void registersWhatTheControllerShowsWhileTheAccountingIsAway() {
        isAccountingAway = true;
        sendAndLoseTheAnswer(ALICE);

        assertThat(step.process()).isEqualTo("FOUND 1 OF 1");
        assertThat(recorded).containsExactly("registered 1");
    }

    @Test
    void leavesToTheAccountingWhatTheControllerDoesNotShow() {
        isAccountingAway = true;

        assertThat(step.process()).isEqualTo("FOUND 0 OF 1, ACCOUNTING AWAY");
        assertThat(recorded).isEmpty();
        sendAndLoseTheAnswer(ALICE);
        scheduler.end("1", SchedulerState.FAILED, 1);
        assertThat(step.process()).as("a job of the same tag may have run").isEqualTo("FOUND 0 OF 1, ACCOUNTING AWAY");
        assertThat(recorded).isEmpty();
    }

    @Test
    void failsWhenItMayNotRead() {
        scheduler.fail(Kind.NOT_PERMITTED);

        assertThatThrownBy(step::process).isInstanceOf(SchedulerException.class);
    }

    @Test
    void prefersTheJobToTheRecordOfAnEarlierRefusal() {
        sendAndLoseTheAnswer(ALICE);
        scheduler.end("1", SchedulerState.FAILED, 1);
        sendAndLoseTheAnswer(ALICE);

        step.process();

        assertThat(recorded).containsExactly("registered 2");
    }

    @Test
    void registersAJobThatRanAndFailed() {
        sendAndLoseTheAnswer(ALICE);
        scheduler.start("1", "node01");
        scheduler.end("1", SchedulerState.FAILED, 1);

        step.process();

        assertThat(recorded).containsExactly("registered 1");
    }

    @Test
    void goesOnWithOthersWhereOneCannotBeRecovered() {
        uncertain = List.of(Starts.start(POISON), Starts.start(2), Starts.start(3));

        assertThat(step.process()).isEqualTo("FOUND 0 OF 3");
        assertThat(recorded).containsExactly("not sent", "not sent");
        assertThat(Silence.skippedBy(step)).containsExactly("7");
    }

    @Test
    void recoversAloneTheStartThatIsTriedAgain() {
        uncertain = List.of(Starts.start(POISON), Starts.start(2), Starts.start(3));
        step = Silence.around(new RecoverStarts(), "2");
        recover();

        assertThat(step.process()).isEqualTo("FOUND 0 OF 1");
        assertThat(recorded).containsExactly("not sent");
    }

    private void sendAndLoseTheAnswer(ClusterUser user) {
        scheduler.loseNextAnswer();
        assertThatThrownBy(() -> scheduler.submit(user, Starts.request(TAG))).isInstanceOf(SchedulerException.class);
    }

    private final class RecordedSubmissions extends Submissions {
        @Override
        public List<JobSummary> uncertain() {
            return uncertain;
        }

        @Override
        public void registered(JobId id, String schedulerId) {
            recorded.add("registered " + schedulerId);
        }

        @Override
        public void refused(JobId id, String why) {
            recorded.add("refused: " + why);
        }

        @Override
        public void notSent(JobId id) {
            if (id.value() == POISON) {
                throw new IllegalStateException("poison");
            }
            recorded.add("not sent");
        }
    }
}
