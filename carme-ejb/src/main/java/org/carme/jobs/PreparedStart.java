package org.carme.jobs;

import org.carme.cluster.ClusterUser;
import org.carme.estimates.Wish;
import org.carme.templates.Template;
import org.carme.templates.UsableTemplate;
import org.carme.users.Person;

/** A start that keeps to its template and to what the cluster has. */
record PreparedStart(ClusterUser owner, Person person, UsableTemplate usable, JobSpec spec) {
    Wish wish() {
        return wish(usable.template(), spec);
    }

    static Wish wish(Template template, JobSpec spec) {
        return new Wish(
                template.partition(),
                template.features(),
                spec.nodes(),
                spec.acceleratorType(),
                spec.acceleratorsPerNode(),
                template.cpusPerAccelerator(),
                template.megabytesPerAccelerator(),
                spec.timeLimit());
    }
}
