package org.carme.rest.quotas;

import java.util.List;
import org.carme.quotas.mirror.LimitCommands;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What removes the differences.
 *
 * @param commands complete lines for a shell, to be run by an administrator of Slurm
 */
@Schema(name = "SlurmCommands")
public record SlurmCommandsDto(List<SlurmLimitDto> lines, List<String> commands) {
    static SlurmCommandsDto of(LimitCommands found) {
        return new SlurmCommandsDto(
                found.lines().stream().map(SlurmLimitDto::of).toList(), found.commands());
    }
}
