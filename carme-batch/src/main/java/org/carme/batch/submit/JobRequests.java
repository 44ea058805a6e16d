package org.carme.batch.submit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.carme.agents.AgentScripts;
import org.carme.agents.PreparedScript;
import org.carme.cluster.JobRequest;
import org.carme.jobs.JobSummary;
import org.carme.templates.Template;

/** What the scheduler is asked for: the job's wishes, its template's rules, the agent's script. */
@ApplicationScoped
class JobRequests {
    private static final int NAME_LENGTH = 64;

    @Inject
    AgentScripts scripts;

    JobRequest request(JobSummary job, Template template) {
        PreparedScript script = scripts.prepare(job);
        return new JobRequest(
                plainName(job.name()),
                job.tag(),
                template.partition(),
                template.account(),
                template.qos(),
                template.features(),
                resources(job, template),
                job.timeLimit(),
                script.script(),
                script.environment(),
                "/",
                "/dev/null");
    }

    private static JobRequest.Resources resources(JobSummary job, Template template) {
        int units = Math.max(1, job.acceleratorsPerNode());
        return new JobRequest.Resources(
                job.nodes(),
                job.acceleratorType(),
                job.acceleratorsPerNode(),
                template.cpusPerAccelerator() * units,
                template.megabytesPerAccelerator() * units);
    }

    /** Other tools print the scheduler's job names unescaped: only plain characters go there. */
    private static String plainName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.-]+", "_");
        return plain.length() <= NAME_LENGTH ? plain : plain.substring(0, NAME_LENGTH);
    }
}
