package org.carme.quotas.mirror;

import java.util.List;

/**
 * What is to be done in Slurm.
 *
 * @param commands of {@code sacctmgr}, complete lines for a shell, to be run by an administrator of Slurm
 */
public record LimitCommands(List<LimitLine> lines, List<String> commands) {
    public LimitCommands {
        lines = List.copyOf(lines);
        commands = List.copyOf(commands);
    }
}
