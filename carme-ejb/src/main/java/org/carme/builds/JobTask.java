package org.carme.builds;

import jakarta.json.JsonArray;
import java.util.List;
import java.util.Optional;

/**
 * What a job's agent has to do before it starts services.
 *
 * @param source folder or file that it begins with
 * @param target folder to be made, empty if there is none to be
 * @param targetFolder in which users' folders for what they make are
 * @param digest what the source must have, empty if it does not matter
 * @param maxBytes size of the target
 * @param maxProcesses of a step
 * @param mirrors where packages come from
 * @param steps as the protocol has them
 */
public record JobTask(
        BuildKind kind,
        String source,
        Optional<String> target,
        String targetFolder,
        Optional<String> digest,
        long maxBytes,
        int maxProcesses,
        Mirrors mirrors,
        JsonArray steps) {

    /** Where packages come from; what is empty stays as it is in the image. */
    public record Mirrors(List<String> apt, Optional<String> pip, Optional<String> conda) {}

    /** Whether services run, in what it has made. */
    public boolean hasServices() {
        return kind.hasServices();
    }

    /** Whether what services run in can be written to. */
    public boolean isWritable() {
        return kind == BuildKind.SANDBOX;
    }
}
