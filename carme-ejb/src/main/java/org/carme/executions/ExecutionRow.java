package org.carme.executions;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A row of the runtime's executions, with ours beside it. */
final class ExecutionRow {
    static final String SELECT = "SELECT e.jobexecid, i.name, e.batchstatus, e.starttime, e.createtime, e.endtime,"
            + " b.host, b.cause, b.started_by, b.parameters, b.time_limit, b.stop_wanted_at, b.stop_wanted_by,"
            + " b.verdict, b.failed_step, b.failure, e.jobinstanceid"
            + " FROM JBATCHEXECUTIONINSTANCEDATA e"
            + " JOIN JBATCHJOBINSTANCEDATA i ON i.jobinstanceid = e.jobinstanceid"
            + " LEFT JOIN batch_executions b ON b.execution = e.jobexecid";

    private final Object[] columns;

    ExecutionRow(Object[] columns) {
        this.columns = columns;
    }

    ExecutionSummary summary() {
        ExecutionStatus status = status();
        Optional<Instant> ended = status.isGoing() ? Optional.empty() : instant(columns[5]);
        return new ExecutionSummary(
                number(columns[0]),
                job(),
                status,
                new ExecutionSummary.Origin(
                        text(columns[7]).map(Cause::valueOf).orElse(Cause.PORTAL),
                        text(columns[8]).orElse("")),
                text(columns[6]).orElse(""),
                instant(columns[3]).or(() -> instant(columns[4])).orElse(Instant.EPOCH),
                ended);
    }

    String job() {
        return (String) columns[1];
    }

    ExecutionStatus status() {
        return ExecutionStatus.of((String) columns[2], verdict());
    }

    /** @return whether it was judged as failed, but its thread does not end */
    boolean isHanging() {
        return status() == ExecutionStatus.FAILED
                && ExecutionStatus.of((String) columns[2]).isGoing();
    }

    Optional<Verdict> verdict() {
        return text(columns[13]).map(Verdict::valueOf);
    }

    Map<String, String> parameters() {
        return parameters(text(columns[9]).orElse(""));
    }

    Optional<Duration> timeLimit() {
        return Optional.ofNullable(columns[10]).map(millis -> Duration.ofMillis(number(millis)));
    }

    Optional<ExecutionDetails.StopWish> stopWish() {
        return Optional.ofNullable(columns[11])
                .map(millis -> new ExecutionDetails.StopWish(
                        Instant.ofEpochMilli(number(millis)), text(columns[12]).orElse("")));
    }

    Optional<ExecutionDetails.Failure> failure() {
        if (verdict().isEmpty() && columns[15] == null) {
            return Optional.empty();
        }
        return Optional.of(new ExecutionDetails.Failure(
                verdict(), text(columns[14]).orElse(""), text(columns[15]).orElse("")));
    }

    /** @return the number of the runs that go on with each other */
    long instance() {
        return number(columns[16]);
    }

    static String stored(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    static Map<String, String> parameters(String stored) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String line : List.of(stored.split("\n"))) {
            int mark = line.indexOf('=');
            if (mark > 0) {
                found.put(line.substring(0, mark), line.substring(mark + 1));
            }
        }
        return found;
    }

    static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }

    static Optional<String> text(Object value) {
        return Optional.ofNullable((String) value);
    }

    static Optional<Instant> instant(Object value) {
        return Optional.ofNullable((Timestamp) value).map(Timestamp::toInstant);
    }
}
