package org.carme.batch.projects;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.projects.ProjectExpiry;

/** Warns of projects whose time is nearly over, one transaction each; ends when all were looked at, or if stopped. */
@Named
@Dependent
public class WarnOfExpiry extends AbstractBatchlet {
    private static final int PART = 100;

    @Inject
    ProjectExpiry expiry;

    private volatile boolean stopped;

    @Override
    public String process() {
        int seen = 0;
        int warned = 0;
        List<String> part = expiry.nearlyOver(0, PART);
        while (!part.isEmpty() && !stopped) {
            warned += part.stream().mapToInt(slug -> expiry.warn(slug) ? 1 : 0).sum();
            seen += part.size();
            part = expiry.nearlyOver(seen, PART);
        }
        return "WARNED OF " + warned;
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
