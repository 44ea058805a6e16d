package org.carme.faces.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.faces.layout.Texts;
import org.carme.jobs.JobId;
import org.carme.jobs.JobSummary;
import org.carme.usage.Efficiency;
import org.carme.usage.UsageService;
import org.carme.web.security.CurrentUser;

/** How much of what they had jobs have used, in few words. */
@RequestScoped
class UsedTexts {
    @Inject
    UsageService usage;

    @Inject
    CurrentUser currentUser;

    @Inject
    Texts texts;

    /** @return nothing for jobs of which it is not known; all are read at once */
    Map<JobId, String> of(List<JobSummary> jobs) {
        Map<JobId, String> words = new HashMap<>();
        usage.efficiencies(currentUser.getName(), jobs)
                .forEach((id, efficiency) -> brief(efficiency).ifPresent(text -> words.put(id, text)));
        return words;
    }

    private Optional<String> brief(Efficiency efficiency) {
        return efficiency
                .accelerators()
                .map(percent -> texts.text("used.brief.gpu", percent))
                .or(() -> efficiency.cpus().map(percent -> texts.text("used.brief.cpu", percent)));
    }
}
