package org.carme.faces.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.agents.JobNode;
import org.carme.agents.JobNodes;
import org.carme.jobs.JobId;
import org.carme.web.security.CurrentUser;

/** Nodes of a job that are not heard any more, on its page. */
@Named
@RequestScoped
public class SilentNodes {
    /** A node of which nothing was heard for long. */
    public record Silent(String name, long sinceMillis) {}

    @Inject
    JobView jobView;

    @Inject
    JobNodes nodes;

    @Inject
    CurrentUser currentUser;

    private List<Silent> all;

    public List<Silent> getAll() {
        if (all == null) {
            all = nodes.of(currentUser.getName(), new JobId(jobView.getId())).stream()
                    .filter(JobNode::silent)
                    .map(node ->
                            new Silent(node.name(), node.heardAt().orElseThrow().toEpochMilli()))
                    .toList();
        }
        return all;
    }
}
