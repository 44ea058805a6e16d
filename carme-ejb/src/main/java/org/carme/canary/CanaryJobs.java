package org.carme.canary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carme.entries.EntryPoint;
import org.carme.entries.EntryService;
import org.carme.jobs.JobId;
import org.carme.jobs.JobService;
import org.carme.jobs.JobSummary;
import org.carme.jobs.StartRequest;
import org.carme.maintenance.MaintenanceNotice;
import org.carme.staging.StagedData;
import org.carme.templates.AcceleratorOption;
import org.carme.templates.StartOptionsService;
import org.carme.templates.TemplateOption;

/** What the account of the self-test does, all of it by its own rights. */
@ApplicationScoped
class CanaryJobs {
    private static final String NAME = "self-test-";
    private static final Pattern NUMBERED = Pattern.compile(NAME + "(\\d{1,18})");

    /** Long enough for all stages: should everybody forget it, Slurm ends it. */
    private static final Duration LIMIT = Duration.ofMinutes(15);

    @Inject
    CanarySettings settings;

    @Inject
    StartOptionsService options;

    @Inject
    JobService jobs;

    @Inject
    EntryService entries;

    @Inject
    MaintenanceNotice notice;

    /** @return whether a maintenance keeps the account from starting jobs */
    boolean areHeld() {
        return notice.active().filter(plan -> !plan.allowed().contains(user())).isPresent();
    }

    /** Starts the smallest job that the template has; the same run never starts two. */
    JobSummary start(long run) {
        String template = settings.template().orElseThrow();
        Optional<TemplateOption> offer = options.options(user()).templates().stream()
                .filter(option -> option.name().equals(template))
                .findFirst();
        Optional<AcceleratorOption> type = offer.flatMap(option -> option.acceleratorTypes().stream()
                .min(Comparator.comparing(one -> one.choices().get(0).perNode())));
        String image = offer.flatMap(option -> option.images().stream().findFirst())
                .map(one -> one.name())
                .orElse("");
        StartRequest request = new StartRequest(
                template,
                offer.map(TemplateOption::project),
                type.map(AcceleratorOption::name),
                type.map(one -> one.choices().get(0).perNode()).orElse(0),
                1,
                image,
                Optional.of(NAME + run),
                Optional.of(LIMIT),
                StagedData.NONE,
                Optional.of(NAME + run));
        return jobs.submit(user(), request);
    }

    JobSummary look(JobId job) {
        return jobs.get(user(), job);
    }

    /**
     * Stops the job of that run and those that earlier ones have left behind; never one of a later run, whose time may have
     * come by the time that this is done.
     */
    void stopUpTo(long run) {
        jobs.active(user()).stream()
                .filter(job -> number(job.name()) <= run)
                .forEach(job -> jobs.cancel(user(), job.id()));
    }

    /** @return the run's number; of a job that is no self-test's, one that no run has */
    static long number(String name) {
        Matcher named = NUMBERED.matcher(name);
        return named.matches() ? Long.parseLong(named.group(1)) : Long.MAX_VALUE;
    }

    List<EntryPoint> entryPoints(JobSummary job) {
        return entries.entryPoints(user(), List.of(job));
    }

    URI ticket(JobId job, EntryPoint entry) {
        return entries.ticket(user(), Optional.empty(), job, entry.name());
    }

    private String user() {
        return settings.user().orElseThrow(CanaryOffException::new);
    }
}
