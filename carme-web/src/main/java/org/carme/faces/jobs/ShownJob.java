package org.carme.faces.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.entries.EntryService;
import org.carme.faces.home.EntryRow;
import org.carme.faces.home.HomeTexts;
import org.carme.jobs.AllJobs;
import org.carme.jobs.JobId;
import org.carme.jobs.JobSummary;
import org.carme.usage.JobUsage;
import org.carme.usage.UsageService;
import org.carme.web.security.CurrentUser;

/** The job of the present request, read once in it: the page lives longer, and shows what is new each time. */
@RequestScoped
class ShownJob {
    @Inject
    AllJobs jobs;

    @Inject
    UsageService usageService;

    @Inject
    EntryService entryService;

    @Inject
    CurrentUser currentUser;

    @Inject
    HomeTexts texts;

    private JobSummary job;
    private JobUsage usage;
    private JobFacts facts;

    /** @throws org.carme.jobs.JobNotFoundException if it is none that the user may see */
    JobSummary job(long id) {
        if (job == null) {
            job = jobs.readable(currentUser.getName(), new JobId(id));
        }
        return job;
    }

    /** The curves with it, which are read for those parts of the page that show them. */
    JobUsage of(long id) {
        if (usage == null) {
            usage = usageService.curves(currentUser.getName(), new JobId(id));
        }
        return usage;
    }

    JobFacts facts(long id) {
        if (facts == null) {
            JobSummary found = job(id);
            List<EntryRow> entries = isMine(id)
                    ? entryService.entryPoints(found.owner(), List.of(found)).stream()
                            .map(EntryRow::new)
                            .toList()
                    : List.of();
            facts = new JobFacts(found, texts, entries);
        }
        return facts;
    }

    boolean isUseShown(long id) {
        return isMine(id) || jobs.showsUse(currentUser.getName(), new JobId(id));
    }

    boolean isMine(long id) {
        return job(id).owner().equals(currentUser.getName());
    }

    void changed() {
        job = null;
        usage = null;
        facts = null;
    }
}
