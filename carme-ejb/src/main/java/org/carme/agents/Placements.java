package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.Node;
import org.carme.cluster.Scheduler;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerJob;
import org.carme.cluster.SchedulerState;
import org.carme.jobs.JobRegistry;
import org.carme.jobs.JobSummary;

/** Asks the scheduler itself whether and where a job runs: of what an agent says nothing is taken for granted. */
@ApplicationScoped
class Placements {
    private static final Logger LOG = System.getLogger(Placements.class.getName());
    /** An agent does not wait for ever, and a secret must not be used up for an answer that nobody hears. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    Scheduler scheduler;

    @Inject
    ClusterStatus cluster;

    @Inject
    JobRegistry registry;

    @Inject
    AgentSettings settings;

    @Inject
    Clock clock;

    /**
     * Confirms that the job runs on that node, and lets the registry know at once what was learnt.
     *
     * @throws BootstrapPostponedException if it does not run yet, or the scheduler cannot be asked
     * @throws BootstrapRefusedException if it never will, or not there
     */
    Placement confirm(JobSummary job, String node) {
        Instant asked = clock.instant();
        Placement placement = ask(job, node);
        if (clock.instant().isAfter(asked.plus(PATIENCE))) {
            throw new BootstrapPostponedException("scheduler slow");
        }
        return placement;
    }

    private Placement ask(JobSummary job, String node) {
        try {
            SchedulerJob reported = scheduler
                    .find(job.slurmJobId().orElseThrow(() -> new BootstrapPostponedException("not registered yet")))
                    .orElseThrow(() -> new BootstrapRefusedException("unknown to the scheduler"));
            if (!reported.tag().equals(job.tag()) || !reported.user().equals(job.owner())) {
                throw new BootstrapRefusedException("another job has this id");
            }
            registry.observe(job.id(), reported);
            checkState(reported.state());
            if (!reported.nodes().contains(node)) {
                throw new BootstrapRefusedException("not a node of the job: " + node);
            }
            return new Placement(
                    node,
                    address(node),
                    reported.restarts(),
                    reported.endsAt().orElseGet(() -> clock.instant().plus(job.timeLimit())));
        } catch (SchedulerException e) {
            LOG.log(Level.WARNING, "Job {0}: agent must wait, the scheduler says: {1}", job.id(), e.getMessage());
            throw new BootstrapPostponedException("scheduler away");
        }
    }

    private static void checkState(SchedulerState state) {
        switch (state) {
            case RUNNING -> {}
            case PENDING, CONFIGURING, SUSPENDED, UNKNOWN -> throw new BootstrapPostponedException("not running yet");
            default -> throw new BootstrapRefusedException("ended: " + state);
        }
    }

    private String address(String node) {
        String said = find(cluster.picture().nodes(), node)
                .or(() -> find(scheduler.nodes(), node))
                .orElseThrow(() -> new BootstrapRefusedException("unknown node " + node))
                .address();
        try {
            InetAddress address = InetAddress.getByName(said);
            if (settings.networks().contains(address)) {
                return address.getHostAddress();
            }
        } catch (UnknownHostException e) {
            LOG.log(Level.ERROR, "Node {0}: its address {1} leads nowhere", node, said);
            throw new BootstrapPostponedException("address of " + node);
        }
        LOG.log(
                Level.ERROR,
                "Node {0}: its address {1} is outside {2}, so its jobs have no entry points",
                node,
                said,
                AgentSettings.NETWORKS_KEY);
        throw new BootstrapRefusedException("address outside the networks: " + node);
    }

    private static Optional<Node> find(List<Node> nodes, String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
    }
}
