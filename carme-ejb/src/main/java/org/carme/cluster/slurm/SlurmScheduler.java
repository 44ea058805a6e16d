package org.carme.cluster.slurm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.carme.cluster.AccountedRun;
import org.carme.cluster.AssociationLimits;
import org.carme.cluster.ClusterUser;
import org.carme.cluster.JobRequest;
import org.carme.cluster.Node;
import org.carme.cluster.Partition;
import org.carme.cluster.Reservation;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.SchedulerPart;
import org.carme.cluster.SchedulerState;

/** The port's verbs as calls to slurmrestd: in the user's name where he acts, else in the portal's own. */
final class SlurmScheduler implements Scheduler {
    private static final Pattern ID = Pattern.compile("[0-9]{1,10}");

    private final SlurmClient client;
    private final String own;
    private final SlurmAccounting accounting;

    /** @param own the portal's own Slurm user */
    SlurmScheduler(SlurmClient client, String own, Clock clock) {
        this.client = client;
        this.own = own;
        this.accounting = new SlurmAccounting(client, own, clock);
    }

    @Override
    public String submit(ClusterUser user, JobRequest request) {
        Answer answer =
                client.call(api -> Request.post(user.name(), api.slurm("job/submit"), SubmitBody.of(api, request)));
        return answer.jobId().orElseThrow(() -> SlurmErrors.unreachable("Slurm named no job", null));
    }

    @Override
    public Optional<SchedulerJob> find(String schedulerId) {
        if (!isId(schedulerId)) {
            return Optional.empty();
        }
        List<SchedulerJob> jobs = new ArrayList<>();
        client.call(api -> Request.get(own, api.slurm("job/" + schedulerId), JobReader.ofController(jobs::add))
                .expecting(SlurmErrors.UNKNOWN_JOB));
        // The id of an array stands for all of its jobs.
        return jobs.stream().filter(job -> job.id().equals(schedulerId)).findFirst();
    }

    @Override
    public Optional<List<SchedulerJob>> jobs(Instant changedSince) {
        List<SchedulerJob> jobs = new ArrayList<>();
        Answer answer = client.call(api -> {
            Request all = Request.get(own, api.slurm("jobs/"), JobReader.ofController(jobs::add))
                    .expecting(SlurmErrors.NO_CHANGE)
                    .inBulk();
            return changedSince.isAfter(Instant.EPOCH)
                    ? all.with("update_time", String.valueOf(changedSince.getEpochSecond()))
                    : all;
        });
        return answer.isNotModified() ? Optional.empty() : Optional.of(jobs);
    }

    @Override
    public Optional<SchedulerJob> findAccounted(String schedulerId) {
        return isId(schedulerId) ? accounting.find(schedulerId) : Optional.empty();
    }

    @Override
    public List<SchedulerJob> accounted(Instant from) {
        return accounting.jobs(from);
    }

    @Override
    public void ended(Instant from, Instant to, Consumer<AccountedRun> each) {
        accounting.ended(from, to, each);
    }

    @Override
    public boolean knowsUser(ClusterUser user) {
        return accounting.knows(user.name());
    }

    @Override
    public List<AssociationLimits> limits() {
        return accounting.limits();
    }

    @Override
    public void cancel(ClusterUser user, String schedulerId) {
        cancel(user.name(), schedulerId);
    }

    @Override
    public void cancelAsOperator(String schedulerId) {
        cancel(own, schedulerId);
    }

    private void cancel(String user, String schedulerId) {
        if (!isId(schedulerId)) {
            return;
        }
        Answer answer = client.call(
                api -> Request.delete(user, api.slurm("job/" + schedulerId)).expecting(SlurmErrors.OVER));
        if (!answer.saysHowCancelWent()) {
            find(schedulerId).ifPresent(job -> requireEnding(user, job));
        }
    }

    /** v0.0.41 answers the same whether the job was ended or not. */
    private static void requireEnding(String user, SchedulerJob job) {
        if (job.state().isFinal() || job.state() == SchedulerState.COMPLETING) {
            return;
        }
        if (job.user().equals(user)) {
            throw SlurmErrors.unreachable("Slurm has not ended job " + job.id(), null);
        }
        throw new SchedulerException(Kind.NOT_PERMITTED, "Slurm did not let " + user + " end job " + job.id(), null);
    }

    @Override
    public void limitTime(String schedulerId, Duration limit) {
        if (isId(schedulerId)) {
            client.call(api -> Request.post(own, api.slurm("job/" + schedulerId), SubmitBody.ofLimit(api, limit))
                    .expecting(SlurmErrors.OVER));
        }
    }

    @Override
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        client.call(api -> Request.get(own, api.slurm("nodes/"), NodeReader.nodes(nodes::add)));
        return nodes;
    }

    @Override
    public List<Partition> partitions() {
        List<Partition> partitions = new ArrayList<>();
        client.call(api -> Request.get(own, api.slurm("partitions/"), NodeReader.partitions(partitions::add)));
        return partitions;
    }

    @Override
    public List<Reservation> reservations() {
        List<Reservation> reservations = new ArrayList<>();
        client.call(
                api -> Request.get(own, api.slurm("reservations/"), ReservationReader.reservations(reservations::add)));
        return reservations;
    }

    @Override
    public String ping() {
        return releaseOf(client.call(api -> SlurmServer.ping(api, own)));
    }

    private static String releaseOf(Answer ping) {
        if (!ping.hasLivingController()) {
            throw SlurmErrors.unreachable("slurmctld does not answer", null);
        }
        return ping.release();
    }

    @Override
    public String probe(SchedulerPart part) {
        return switch (part) {
            case CONTROLLER -> releaseOf(client.askAnyway(api -> SlurmServer.ping(api, own)));
            case INTERFACE -> client.version().version();
            case ACCOUNTING -> accounting.probe();
        };
    }

    private static boolean isId(String schedulerId) {
        return ID.matcher(schedulerId).matches();
    }
}
