package org.carme.rest.system;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carme.delivery.DeliveryStatus;
import org.carme.delivery.Failure;
import org.carme.health.Jvm;
import org.carme.health.PartState;
import org.carme.health.SystemPicture;
import org.carme.schedules.Run;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the portal is, as seen by the instance that answers. */
@Schema(name = "System")
public record SystemDto(
        @Schema(description = "When the parts were last asked: at most a minute ago")
        Instant asOf,

        List<PartDto> parts,
        String carmeVersion,
        String serverVersion,
        String javaVersion,

        @Schema(description = "When the nodes were last read")
        Instant clusterAsOf,

        @Schema(description = "Starts not yet sent to Slurm, of all instances")
        long waitingStarts,

        @Schema(description = "Open ones of all instances") long sessions,

        @Schema(description = "Connections to entry points through this instance")
        int connections,

        JvmDto jvm,

        @Schema(description = "The last execution of each, of all instances")
        List<BatchRunDto> batchJobs,

        @Schema(
                description =
                        "Ways by which messages go out of the portal, of all instances; empty if the site has none")
        List<DeliveryDto> deliveries) {

    /** Something that the portal needs. */
    @Schema(name = "Part")
    public record PartDto(
            @Schema(
                    enumeration = {"database", "directory", "controller", "interface", "accounting", "backup"},
                    description =
                            "controller, interface and accounting are slurmctld, slurmrestd and slurmdbd; backup is down when the last backup of the database is older than two days, and absent if the site has none")
            String name,

            boolean up,
            Instant since,

            @Schema(description = "Of the last answer, or how long was waited in vain")
            long tookMillis,

            @Schema(description = "Absent if it never told") String version,

            @Schema(description = "Why it is down, in its own words; absent if nobody says")
            String trouble) {

        static PartDto of(PartState state) {
            return new PartDto(
                    state.part().name().toLowerCase(Locale.ROOT),
                    state.up(),
                    state.since(),
                    state.took().toMillis(),
                    given(state.version()),
                    given(state.trouble()));
        }

        private static String given(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    /** The process of this instance. */
    @Schema(name = "Jvm")
    public record JvmDto(
            Instant startedAt, long heapUsedBytes, long heapMaxBytes, int threads, long garbageCollectionMillis) {
        static JvmDto of(Jvm jvm) {
            return new JvmDto(
                    jvm.startedAt(),
                    jvm.heapUsed(),
                    jvm.heapMost(),
                    jvm.threads(),
                    jvm.collecting().toMillis());
        }
    }

    /** How a batch job went last. */
    @Schema(name = "BatchRun")
    public record BatchRunDto(
            String name,

            @Schema(enumeration = {"running", "completed", "stopped", "failed"})
            String outcome,

            Instant startedAt,

            @Schema(description = "Absent while it runs") Instant endedAt) {
        static BatchRunDto of(String job, Run run) {
            return new BatchRunDto(
                    job, run.outcome().word(), run.startedAt(), run.endedAt().orElse(null));
        }
    }

    /** How one way out of the portal works. */
    @Schema(name = "Delivery")
    public record DeliveryDto(
            @Schema(enumeration = {"mail", "chat"}) String channel,

            @Schema(description = "Messages not yet sent") long waiting,

            @Schema(description = "Messages given up, as long as messages are kept")
            long lost,

            @Schema(description = "Absent if nothing was sent")
            Instant lastSentAt,

            @Schema(description = "Absent if nothing has failed")
            Instant lastFailedAt,

            @Schema(description = "Why it failed") String trouble) {
        static DeliveryDto of(DeliveryStatus status) {
            return new DeliveryDto(
                    status.channel().code(),
                    status.waiting(),
                    status.lost(),
                    status.lastSent().orElse(null),
                    status.lastFailed().map(Failure::at).orElse(null),
                    status.lastFailed().map(Failure::words).orElse(null));
        }
    }

    static SystemDto of(SystemPicture picture, Map<String, Run> lastRuns, List<DeliveryStatus> deliveries) {
        return new SystemDto(
                picture.asOf(),
                picture.parts().stream().map(PartDto::of).toList(),
                picture.versions().carme(),
                picture.versions().server(),
                picture.versions().java(),
                picture.clusterAsOf(),
                picture.waitingStarts(),
                picture.sessions(),
                picture.connections(),
                JvmDto.of(picture.jvm()),
                lastRuns.entrySet().stream()
                        .map(last -> BatchRunDto.of(last.getKey(), last.getValue()))
                        .toList(),
                deliveries.stream().map(DeliveryDto::of).toList());
    }
}
