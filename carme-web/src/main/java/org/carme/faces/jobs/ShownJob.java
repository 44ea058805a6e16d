package org.carme.faces.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.entries.EntryService;
import org.carme.faces.home.EntryRow;
import org.carme.faces.home.HomeTexts;
import org.carme.jobs.JobId;
import org.carme.jobs.JobSummary;
import org.carme.usage.JobUsage;
import org.carme.usage.UsageService;
import org.carme.web.security.CurrentUser;

/** The job of the present request, read once in it: the page lives longer, and shows what is new each time. */
@RequestScoped
class ShownJob {
    @Inject
    UsageService usageService;

    @Inject
    EntryService entryService;

    @Inject
    CurrentUser currentUser;

    @Inject
    HomeTexts texts;

    private JobUsage usage;
    private JobFacts facts;

    /** @throws org.carme.jobs.JobNotFoundException if it is none that the user may see */
    JobUsage of(long id) {
        if (usage == null) {
            usage = usageService.curves(currentUser.getName(), new JobId(id));
        }
        return usage;
    }

    JobFacts facts(long id) {
        if (facts == null) {
            JobSummary job = of(id).job();
            List<EntryRow> entries = isMine(id)
                    ? entryService.entryPoints(job.owner(), List.of(job)).stream()
                            .map(EntryRow::new)
                            .toList()
                    : List.of();
            facts = new JobFacts(job, texts, entries);
        }
        return facts;
    }

    boolean isMine(long id) {
        return of(id).job().owner().equals(currentUser.getName());
    }

    void changed() {
        usage = null;
        facts = null;
    }
}
