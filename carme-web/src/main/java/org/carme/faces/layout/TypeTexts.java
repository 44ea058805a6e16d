package org.carme.faces.layout;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.carme.cluster.ClusterPicture;
import org.carme.inventory.AcceleratorTypes;
import org.carme.inventory.DescribedTypes;
import org.carme.jobs.JobSummary;

/** Accelerator types as administrators have named and coloured them, read once per request. */
@Named
@RequestScoped
public class TypeTexts {
    @Inject
    AcceleratorTypes types;

    private DescribedTypes described;

    @PostConstruct
    void load() {
        described = types.described();
    }

    public String title(String name) {
        return described.title(name);
    }

    /** @return the class of its colour in the style sheet */
    public String style(String name) {
        return described.of(name).colour().style();
    }

    /** @return such as {@code 2 × (4 × A100)}: nodes, then accelerators per node */
    public String resources(JobSummary job) {
        String each = job.acceleratorType()
                .map(type -> job.acceleratorsPerNode() + " × " + title(type))
                .orElseGet(() -> title(ClusterPicture.CPU));
        return job.nodes() == 1 ? each : job.nodes() + " × (" + each + ")";
    }
}
