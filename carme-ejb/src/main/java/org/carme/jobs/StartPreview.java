package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carme.quotas.QuotaService;

/** What a user's next start would be held to; the start itself is decided under its locks. */
@ApplicationScoped
public class StartPreview {
    private static final Duration FRESH = Duration.ofSeconds(30);

    @Inject
    QuotaService quotas;

    @Inject
    OwnJobs jobs;

    @Inject
    Clock clock;

    /**
     * Reads the limits, unless those that are known are less than 30 seconds old.
     *
     * @param known empty if something has changed that the user did
     */
    public StartLimits limits(String user, Optional<StartLimits> known) {
        Instant stale = clock.instant().minus(FRESH);
        return known.filter(limits -> limits.at().isAfter(stale)).orElseGet(() -> read(user));
    }

    private StartLimits read(String user) {
        return new StartLimits(
                quotas.standing(user),
                jobs.active(user).stream().collect(Collectors.groupingBy(JobSummary::template, Collectors.counting())),
                clock.instant());
    }
}
