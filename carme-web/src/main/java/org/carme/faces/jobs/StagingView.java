package org.carme.faces.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.agents.NodeStaging;
import org.carme.agents.StagingService;
import org.carme.faces.layout.SizeTexts;
import org.carme.faces.layout.Texts;
import org.carme.jobs.JobId;
import org.carme.staging.StagingProgress;
import org.carme.web.security.CurrentUser;

/** How far a job's data are on its nodes, on its page. */
@Named
@RequestScoped
public class StagingView {
    private static final int WHOLE = 100;
    private static final int STEP = 5;

    @Inject
    JobView jobView;

    @Inject
    StagingService staging;

    @Inject
    CurrentUser currentUser;

    @Inject
    SizeTexts sizes;

    @Inject
    Texts texts;

    private List<NodeStaging> nodes;

    /** @return those that have said anything */
    public List<NodeStaging> getNodes() {
        if (nodes == null) {
            nodes = staging.of(currentUser.getName(), new JobId(jobView.getId()));
        }
        return nodes;
    }

    /** @return whether there is more to see soon */
    public boolean isGoing() {
        return getNodes().stream().anyMatch(node -> node.progress().state() == StagingProgress.State.COPYING)
                || jobView.getJob().isSendingResults();
    }

    public String text(NodeStaging node) {
        StagingProgress progress = node.progress();
        return texts.text(
                (node.ofResults() ? "staging.results." : "staging.") + progress.state(),
                sizes.bytes(progress.bytes()),
                sizes.bytes(progress.totalBytes()),
                progress.item());
    }

    /** @return how much is copied, in steps of five */
    public int percent(StagingProgress progress) {
        double part = progress.totalBytes() == 0 ? 0 : (double) progress.bytes() / progress.totalBytes();
        return (int) (Math.min(1, part) * WHOLE) / STEP * STEP;
    }
}
