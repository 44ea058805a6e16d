package org.carme.rest.quotas;

import org.carme.quotas.mirror.LimitLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A difference between a limit in Slurm and the quotas.
 *
 * @param user left out for an account as a whole
 * @param partition left out unless it holds in one partition only
 * @param limit as sacctmgr names it, such as GrpJobs or GrpTRES=gres/gpu:a100
 * @param inSlurm left out if there is none
 * @param wanted left out if there shall be none
 */
@Schema(name = "SlurmLimit")
public record SlurmLimitDto(
        String cluster,
        String account,
        String user,
        String partition,
        String limit,
        Long inSlurm,
        Long wanted,

        @Schema(
                description =
                        "SET and CLEAR are to be done; KEPT is stricter than wanted, was set by hand and stays as it is")
        LimitLine.Step step) {
    static SlurmLimitDto of(LimitLine line) {
        return new SlurmLimitDto(
                line.association().cluster(),
                line.association().account(),
                orNull(line.association().user()),
                orNull(line.association().partition()),
                line.limit().words(),
                line.inSlurm().orElse(null),
                line.wanted().orElse(null),
                line.step());
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
