package org.carme.staging;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is copied to the nodes of a job before its services start, and where its results go when it ends.
 *
 * @param stageIn paths, which may begin with {@code ~/}, and {@code dataset:} with the name of a {@link Dataset}
 * @param stageOut a path of that kind; empty: nowhere
 */
public record StagedData(List<String> stageIn, Optional<String> stageOut) {
    /** Nothing. */
    public static final StagedData NONE = new StagedData(List.of(), Optional.empty());

    public StagedData {
        stageIn = List.copyOf(stageIn);
    }

    /**
     * As a form, a database or a caller has it.
     *
     * @param lines one thing each, blank ones left out; may be null
     * @param stageOut may be null or blank: nowhere
     */
    public static StagedData of(String lines, String stageOut) {
        List<String> things = lines == null
                ? List.of()
                : Stream.of(lines.split("\r?\n"))
                        .filter(line -> !line.isBlank())
                        .toList();
        return new StagedData(things, Optional.ofNullable(stageOut).filter(path -> !path.isBlank()));
    }

    /** @return what is copied, one a line; empty for nothing */
    public String lines() {
        return String.join("\n", stageIn);
    }

    public boolean isNone() {
        return stageIn.isEmpty() && stageOut.isEmpty();
    }
}
