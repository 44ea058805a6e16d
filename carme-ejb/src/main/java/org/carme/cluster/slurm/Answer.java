package org.carme.cluster.slurm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What slurmrestd answered, without the items of long lists.
 *
 * @param json whether it was an answer of its API; what a proxy or slurmrestd says of an unknown address is not
 * @param top the small values of the outermost object
 * @param took how long it took: v0.0.38 tells a dead controller and a bad token apart by nothing else
 */
record Answer(int status, boolean json, Fields top, Duration took) {
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;

    /** @param number Slurm's error number, 0 if it gave none */
    record Problem(int number, String text) {
        private static Problem of(Fields error) {
            int number = error.number("error_number")
                    .or(() -> error.number("error_code"))
                    .or(() -> error.number("errno"))
                    .orElse(0L)
                    .intValue();
            String description = error.text("description");
            String text = error.text("error");
            if (description.isEmpty() || description.contains(text)) {
                return new Problem(number, description.isEmpty() ? text : description);
            }
            return new Problem(number, text + ": " + description);
        }
    }

    /** @return also what v0.0.44 says of the one job of a cancel, with HTTP 200 and no errors */
    List<Problem> problems() {
        Stream<Problem> ofJobs = top.objects("status").stream()
                .map(status -> status.object("error"))
                .filter(error -> error.count("code") != 0)
                .map(error -> new Problem(error.count("code"), error.text("string")));
        return Stream.concat(top.objects("errors").stream().map(Problem::of), ofJobs)
                .toList();
    }

    boolean hasProblem(Set<Integer> numbers) {
        return problems().stream().anyMatch(problem -> numbers.contains(problem.number()));
    }

    /** @return a submission's proof of success; hints such as "job is held" may stand beside it */
    Optional<String> jobId() {
        return top.number("job_id").filter(id -> id > 0).map(String::valueOf);
    }

    /** @param expected error numbers that are an answer to the question asked */
    boolean isSuccess(Set<Integer> expected) {
        if (status == NOT_MODIFIED || jobId().isPresent()) {
            return true;
        }
        List<Problem> problems = problems();
        boolean fine = problems.isEmpty() && status >= 200 && status < 300;
        boolean known =
                !problems.isEmpty() && problems.stream().allMatch(problem -> expected.contains(problem.number()));
        return json && (fine || known);
    }

    /** @return of a cancel: whether an answer without problems is a proof */
    boolean saysHowCancelWent() {
        return top.isList("status");
    }

    /**
     * Whether nothing has changed since the time that was asked about. Later versions also say so by an empty list,
     * with a warning, that was never updated: it must not be taken for a cluster without jobs.
     */
    boolean isNotModified() {
        return status == NOT_MODIFIED
                || hasProblem(SlurmErrors.NO_CHANGE)
                || top.number("last_update").filter(time -> time == 0).isPresent();
    }

    /** @return of a ping: whether one of the controllers is up */
    boolean hasLivingController() {
        return top.objects("pings").stream()
                .anyMatch(ping ->
                        ping.text("ping").equals("UP") || ping.text("pinged").equals("UP"));
    }

    /** @return Slurm's own version, such as 22.05.8 */
    String release() {
        Fields meta = top.object("meta");
        String release = meta.object("slurm").text("release");
        return release.isEmpty() ? meta.object("Slurm").text("release") : release;
    }

    /** @return whether the server does not know the address at all, as opposed to the job in it */
    boolean isUnknownAddress() {
        return status == NOT_FOUND && problems().stream().noneMatch(problem -> SlurmErrors.isOfSlurm(problem.number()));
    }
}
