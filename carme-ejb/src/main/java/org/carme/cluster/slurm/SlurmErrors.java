package org.carme.cluster.slurm;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.cluster.SchedulerException.Refusal;
import org.carme.cluster.slurm.Answer.Problem;

/** What Slurm's error numbers mean to us. They are the same in all versions; HTTP statuses are not. */
final class SlurmErrors {
    /** Also said of jobs older than MinJobAge. */
    static final Set<Integer> UNKNOWN_JOB = Set.of(2017);

    /** Nothing is left to cancel. */
    static final Set<Integer> OVER = Set.of(2017, 2021, 2084, 2086);

    /** "Nothing found with query". */
    static final Set<Integer> NO_RESULT = Set.of(9003);

    /** "Data has not changed since time specified". */
    static final Set<Integer> NO_CHANGE = Set.of(1900);

    private static final Set<Integer> BAD_TOKEN = Set.of(1007, 6000, 6001, 6002, 6006, 6007, 6008);
    private static final Set<Integer> NOT_PERMITTED = Set.of(2002, 2010);

    /** The controller is busy, starting, full or in standby: the same request will do later. */
    private static final Set<Integer> LATER =
            Set.of(11, 2007, 2019, 2020, 2027, 2037, 2090, 2103, 2105, 2131, 7000, 7008);

    private static final Map<Integer, Refusal> REFUSALS = Map.ofEntries(
            entry(2000, Refusal.PARTITION),
            entry(2001, Refusal.PARTITION),
            entry(2003, Refusal.PARTITION),
            entry(2070, Refusal.PARTITION),
            entry(2101, Refusal.PARTITION),
            entry(2004, Refusal.NODES),
            entry(2006, Refusal.NODES),
            entry(2068, Refusal.NODES),
            entry(2051, Refusal.TIME_LIMIT),
            entry(2124, Refusal.TIME_LIMIT),
            entry(8000, Refusal.TIME_LIMIT),
            entry(2005, Refusal.RESOURCES),
            entry(2014, Refusal.RESOURCES),
            entry(2015, Refusal.RESOURCES),
            entry(2041, Refusal.RESOURCES),
            entry(2044, Refusal.RESOURCES),
            entry(2069, Refusal.RESOURCES),
            entry(2072, Refusal.RESOURCES),
            entry(2115, Refusal.RESOURCES),
            entry(2119, Refusal.RESOURCES),
            entry(2045, Refusal.ACCOUNT),
            entry(2066, Refusal.QOS),
            entry(2050, Refusal.POLICY),
            entry(2074, Refusal.POLICY));

    /** v0.0.38 answers these for a bad token and for faults of any kind. */
    private static final Set<Integer> VAGUE = Set.of(-1, 5005);

    /** v0.0.38 gives up on a dead controller after 9 s, but refuses a bad token within milliseconds. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private SlurmErrors() {}

    static SchedulerException unreachable(String message, Throwable cause) {
        return new SchedulerException(Kind.UNREACHABLE, message, cause);
    }

    static SchedulerException notSent(String message, Throwable cause) {
        return SchedulerException.notSent(Kind.UNREACHABLE, message, cause);
    }

    static boolean isOfSlurm(int number) {
        return number >= 1000 && number < 9000;
    }

    /** @return whether the answer means a bad token or anything else but a dead controller */
    static boolean mayBeBadToken(Answer answer) {
        List<Problem> problems = answer.problems();
        return !problems.isEmpty()
                && problems.stream().allMatch(problem -> VAGUE.contains(problem.number()))
                && answer.took().compareTo(AT_ONCE) < 0;
    }

    static SchedulerException of(Answer answer) {
        List<Problem> problems = answer.problems();
        String words = words(answer);
        if (answer.status() == 401 || answer.status() == 511 || answer.hasProblem(BAD_TOKEN)) {
            return new SchedulerException(Kind.BAD_TOKEN, words, null);
        }
        if (problems.stream().anyMatch(problem -> isUnreachable(problem.number()))) {
            return unreachable(words, null);
        }
        if (answer.hasProblem(NOT_PERMITTED)) {
            return new SchedulerException(Kind.NOT_PERMITTED, words, null);
        }
        Optional<Refusal> refusal = problems.stream()
                .map(problem -> REFUSALS.get(problem.number()))
                .filter(found -> found != null)
                .findFirst();
        boolean refused = refusal.isPresent()
                || problems.stream().anyMatch(problem -> problem.number() > 0)
                || (answer.status() >= 400 && answer.status() < 500);
        return refused ? new SchedulerException(refusal.orElse(Refusal.OTHER), words) : unreachable(words, null);
    }

    private static boolean isUnreachable(int number) {
        return (number >= 1000 && number < 1900) || (number >= 5000 && number < 6000) || LATER.contains(number);
    }

    private static String words(Answer answer) {
        String words = answer.problems().stream()
                .map(Problem::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        String toUser = answer.top().text("job_submit_user_msg");
        if (words.isEmpty() && toUser.isEmpty()) {
            return "slurmrestd answered HTTP " + answer.status();
        }
        return toUser.isEmpty() ? words : words + ": " + toUser;
    }
}
