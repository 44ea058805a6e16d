package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carme.common.InvalidRequestException;
import org.carme.estimates.Estimate;
import org.carme.estimates.EstimateService;
import org.carme.images.ImageReference;
import org.carme.quotas.QuotaService;
import org.carme.templates.StartOptionsService;
import org.carme.templates.Template;

/** What a user's next start would be held to; the start itself is decided under its locks. */
@ApplicationScoped
public class StartPreview {
    private static final Duration FRESH = Duration.ofSeconds(30);

    @Inject
    QuotaService quotas;

    @Inject
    OwnJobs jobs;

    @Inject
    StartOptionsService templates;

    @Inject
    EstimateService estimates;

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

    /**
     * When such a job would start, whether or not the user may start it now; images make no difference.
     *
     * @return empty if there is no such template or it does not offer this
     */
    public Optional<Estimate> estimate(StartRequest request) {
        return templates.template(request.template()).flatMap(template -> estimate(template, request));
    }

    private Optional<Estimate> estimate(Template template, StartRequest request) {
        try {
            Template any = template.offering(ImageReference.of(request.image()).name());
            JobSpec spec = StartRules.check(request, any);
            return Optional.of(estimates.estimate(PreparedStart.wish(template, spec)));
        } catch (InvalidRequestException notOffered) {
            return Optional.empty();
        }
    }

    private StartLimits read(String user) {
        return new StartLimits(
                quotas.standing(user),
                jobs.active(user).stream().collect(Collectors.groupingBy(JobSummary::template, Collectors.counting())),
                clock.instant());
    }
}
