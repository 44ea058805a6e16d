package org.carme.faces.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carme.cluster.ClusterPicture;
import org.carme.jobs.JobOutcome;
import org.carme.jobs.JobSummary;
import org.carme.projects.ProjectStarts;
import org.carme.texts.ReasonTexts;

/** Jobs in words. */
@RequestScoped
public class JobTexts {
    @Inject
    TypeTexts types;

    @Inject
    ProjectStarts projects;

    @Inject
    ReasonTexts reasons;

    @Inject
    Appearance appearance;

    private final Map<String, String> names = new HashMap<>();

    /** Reads at once what the projects are called that these jobs are charged to. */
    public void learn(Collection<JobSummary> jobs) {
        names.putAll(projects.names(jobs.stream()
                .flatMap(job -> job.project().stream())
                .filter(slug -> !names.containsKey(slug))
                .collect(Collectors.toSet())));
    }

    /** @return the name of the project that it is charged to, empty: a group */
    public String project(JobSummary job) {
        return job.project().map(slug -> names.getOrDefault(slug, slug)).orElse("");
    }

    /** @return such as {@code 2 × (4 × A100)}: nodes, then accelerators per node */
    public String resources(JobSummary job) {
        String each = job.acceleratorType()
                .map(type -> job.acceleratorsPerNode() + " × " + types.title(type))
                .orElseGet(() -> types.title(ClusterPicture.CPU));
        return job.nodes() == 1 ? each : job.nodes() + " × (" + each + ")";
    }

    /** @return what the scheduler's word for why a job waits means */
    public String waiting(String word) {
        return reasons.waiting(word, appearance.getLocale());
    }

    /** @return why it has failed, empty if it has not */
    public String failure(JobSummary job) {
        return job.outcome().equals(Optional.of(JobOutcome.FAILED))
                ? reasons.failed(job.reason(), appearance.getLocale())
                : "";
    }
}
