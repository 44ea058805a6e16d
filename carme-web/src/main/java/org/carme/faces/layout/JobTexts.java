package org.carme.faces.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.carme.cluster.ClusterPicture;
import org.carme.jobs.JobSummary;
import org.carme.projects.ProjectStarts;

/** Jobs in words. */
@RequestScoped
public class JobTexts {
    @Inject
    TypeTexts types;

    @Inject
    ProjectStarts projects;

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
}
