package org.carme.faces.home;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carme.common.InvalidRequestException;
import org.carme.entries.EntryPoint;
import org.carme.entries.EntryService;
import org.carme.jobs.JobId;
import org.carme.jobs.JobSummary;
import org.carme.web.security.CurrentUser;

/** Backs {@code index.xhtml}: my active jobs. */
@Named
@RequestScoped
public class HomeView {
    private static final int AT_A_GLANCE = 8;

    @Inject
    MyJobs myJobs;

    @Inject
    EntryService entryService;

    @Inject
    CurrentUser currentUser;

    @Inject
    HomeTexts texts;

    @Inject
    ExternalContext external;

    private List<JobRow> jobs;
    private String trouble;

    /** Reads the jobs, of many those that run first, and why none can run if none can. */
    @PostConstruct
    public void load() {
        String user = currentUser.getName();
        myJobs.refresh();
        List<JobSummary> active = myJobs.active();
        Map<String, List<EntryRow>> entries = entryService.entryPoints(user, active).stream()
                .collect(Collectors.groupingBy(
                        EntryPoint::jobKey, Collectors.mapping(EntryRow::new, Collectors.toList())));
        jobs = texts.rows(active, entries);
        if (isCrowded()) {
            jobs = jobs.stream()
                    .sorted(Comparator.comparing(job -> job.getEnds() == null))
                    .toList();
        }
        trouble = texts.accountTrouble(user);
    }

    /** Stops the job whose number the page sends. */
    public void stop() {
        myJobs.stop(wantedJob());
        load();
    }

    private JobId wantedJob() {
        try {
            return new JobId(Long.parseLong(external.getRequestParameterMap().getOrDefault("job", "")));
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("invalid-request");
        }
    }

    public List<JobRow> getJobs() {
        return jobs;
    }

    /** @return whether nobody sees at a glance how many they are */
    public boolean isCrowded() {
        return jobs.size() > AT_A_GLANCE;
    }

    public String getStates() {
        return texts.states(jobs);
    }

    /** @return why no job of this user can run, empty if nothing is in the way */
    public String getTrouble() {
        return trouble;
    }

    public String reason(JobRow job) {
        return texts.reason(job);
    }

    public String stopQuestion(JobRow job) {
        return texts.stopQuestion(job);
    }

    public String failure(JobRow job, EntryRow entry) {
        return texts.failure(job, entry);
    }

    public String address(EntryRow entry) {
        return "/open/" + entry.getJobKey() + "/" + entry.getName();
    }
}
