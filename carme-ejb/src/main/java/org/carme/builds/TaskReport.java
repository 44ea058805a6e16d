package org.carme.builds;

import java.util.List;
import java.util.Optional;

/**
 * What a job's agent says of its task: claims of the job's user, cut to what can be shown.
 *
 * @param detail why it has failed, else empty
 * @param lines the last ones of the step that has failed
 * @param result of one that has made a folder
 */
public record TaskReport(
        State state, List<StepProgress> steps, String detail, List<String> lines, Optional<Result> result) {
    static final int DETAIL_LENGTH = 500;
    /** A recipe has a hundred; copying, digest and inventory come in addition. */
    private static final int MOST_STEPS = 110;

    private static final int MOST_LINES = 20;
    private static final int LINE_LENGTH = 500;

    /** Where the task is. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * What it has made.
     *
     * @param digest over all files
     * @param bytes size of all files
     */
    public record Result(String digest, long bytes) {}

    public TaskReport {
        steps = steps.stream().limit(MOST_STEPS).toList();
        detail = PlainText.line(detail, DETAIL_LENGTH);
        lines = lines.stream()
                .skip(Math.max(0, lines.size() - MOST_LINES))
                .map(line -> PlainText.line(line, LINE_LENGTH))
                .toList();
    }
}
