package org.carme.rest.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.QueuePlace;
import org.carme.entries.EntryPoint;
import org.carme.idle.Idleness;
import org.carme.inventory.DescribedTypes;
import org.carme.jobs.JobSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A job as the API shows it; what is not known yet is left out.
 *
 * @param state such as {@code queued}
 * @param outcome only of an ended job, such as {@code timed-out}
 * @param reason the scheduler's own word for why it waits or ended
 */
public record JobDto(
        long id,
        String name,
        String template,

        @Schema(description = "The slug of the project that it is charged to; left out: a group")
        String project,

        @Schema(enumeration = {"submitting", "queued", "starting", "running", "ending", "ended"})
        String state,

        @Schema(
                enumeration = {
                    "completed",
                    "cancelled",
                    "failed",
                    "timed-out",
                    "node-failed",
                    "out-of-memory",
                    "preempted",
                    "lost"
                })
        String outcome,

        String reason,
        String slurmJobId,
        List<String> nodes,
        Accelerators accelerators,
        String image,
        String imageVersion,

        @Schema(description = "Left out where that version has none")
        String imageDigest,

        long timeLimitMinutes,
        Instant submittedAt,

        @Schema(description = "When Slurm plans to start it, while it waits")
        Instant plannedStart,

        @Schema(
                description =
                        "Its place among those in line for the same partition, while it waits for its turn; 1 is next")
        Integer queuePlace,

        @Schema(description = "How many are in line there") Integer queueLength,

        Instant startedAt,
        Instant endsAt,

        @Schema(description = "By how much it can be extended now, if it can")
        Integer extendableMinutes,

        @Schema(description = "When it was last used, if it is to be stopped because nobody uses it")
        Instant idleSince,

        @Schema(description = "When it is stopped unless somebody uses it, or says so by still-working")
        Instant idleEndsAt,

        Instant endedAt,

        @Schema(description = "As it was started with") List<String> stageIn,

        @Schema(description = "As it was started with") String stageOut,

        List<EntryPointDto> entryPoints) {

    /**
     * What was asked for.
     *
     * @param type {@code cpu} for a job without accelerators
     * @param title what people call the type
     */
    public record Accelerators(String type, String title, int perNode, int nodes) {
        static Accelerators of(JobSummary job, DescribedTypes types) {
            String type = job.acceleratorType().orElse(ClusterPicture.CPU);
            return new Accelerators(type, types.title(type), job.acceleratorsPerNode(), job.nodes());
        }
    }

    /**
     * A service of the job.
     *
     * @param url opens it in a browser that is logged in to the portal
     */
    public record EntryPointDto(
            String name,
            String title,
            String url,
            boolean ready,

            @Schema(description = "Whether it starts only when somebody opens it")
            boolean startsWhenOpened,

            @Schema(description = "Why, if it has failed; may be empty")
            String failure) {
        static EntryPointDto of(EntryPoint entry, String portal) {
            return new EntryPointDto(
                    entry.name(),
                    entry.title(),
                    portal + "/open/" + entry.jobKey() + "/" + entry.name(),
                    entry.ready(),
                    entry.idle(),
                    entry.failure().orElse(null));
        }
    }

    /** What the scheduler plans for a job that waits, and how one that runs may end later or sooner. */
    record Outlook(
            Optional<Instant> plannedStart,
            Optional<QueuePlace> place,
            Optional<Duration> extension,
            Optional<Idleness> idleness) {
        static final Outlook NONE = new Outlook(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static JobDto of(JobSummary job, DescribedTypes types, Outlook outlook, List<EntryPointDto> entryPoints) {
        return new JobDto(
                job.id().value(),
                job.name(),
                job.template(),
                job.project().orElse(null),
                word(job.state()),
                job.outcome().map(JobDto::word).orElse(null),
                job.reason(),
                job.slurmJobId().orElse(null),
                job.nodeNames(),
                Accelerators.of(job, types),
                job.image(),
                job.imageVersion(),
                job.imageDigest().orElse(null),
                job.timeLimit().toMinutes(),
                job.submittedAt(),
                outlook.plannedStart().orElse(null),
                outlook.place().map(QueuePlace::place).orElse(null),
                outlook.place().map(QueuePlace::of).orElse(null),
                job.startedAt().orElse(null),
                job.endsAt().orElse(null),
                outlook.extension()
                        .map(Duration::toMinutes)
                        .map(Math::toIntExact)
                        .orElse(null),
                outlook.idleness().map(Idleness::since).orElse(null),
                outlook.idleness().map(Idleness::endsAt).orElse(null),
                job.endedAt().orElse(null),
                job.data().stageIn(),
                job.data().stageOut().orElse(null),
                entryPoints);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
