package org.carme.delivery;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a message is about, as far as somebody may want some of them elsewhere and others not. */
public enum Occasion {
    JOB_ACCEPTED("job-accepted"),
    JOB_READY("job-ready"),
    JOB_ENDS_SOON("job-ends-soon\\..*|job-idle"),
    JOB_ENDED("job-ended\\.(COMPLETED|CANCELLED)|build-done\\..*"),
    JOB_FAILED("job-ended\\..*|build-failed\\..*|job-stopped-.*|services-failed|data-missing|results-missing"),
    PROJECTS("(project|member)-.*"),
    ACCOUNT("sessions-ended-by|token-.*"),
    CLUSTER("nodes-.*|self-test-.*"),
    OTHER(".*");

    private final String keys;

    /** @param keys of messages, as a regular expression; the first that matches counts */
    Occasion(String keys) {
        this.keys = keys;
    }

    /** @param key a message's; of one that is in no other occasion it is {@link #OTHER} */
    static Occasion ofMessage(String key) {
        return Stream.of(values())
                .filter(occasion -> key.matches(occasion.keys))
                .findFirst()
                .orElse(OTHER);
    }

    /** @return the word in the database, in answers and bundle keys, such as {@code job-ready} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return empty if there is none of that code */
    public static Optional<Occasion> of(String code) {
        return Stream.of(values())
                .filter(occasion -> occasion.code().equals(code))
                .findFirst();
    }

    /** @return codes with commas between, in a fixed order */
    static String join(Collection<Occasion> occasions) {
        return occasions.stream().sorted().map(Occasion::code).collect(Collectors.joining(","));
    }

    /** Reads what {@link #join} wrote; a code of another version is left out. */
    static Set<Occasion> split(String codes) {
        return Stream.of(codes.split(","))
                .flatMap(code -> of(code).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Occasion.class)));
    }
}
