package org.carme.batch.projects;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.batch.Step;
import org.carme.projects.ProjectExpiry;

/** Warns of projects whose time is nearly over, one transaction each; ends when all were looked at, or if stopped. */
@Named
@Dependent
public class WarnOfExpiry extends Step {
    private static final int PART = 100;

    @Inject
    ProjectExpiry expiry;

    private int warned;

    @Override
    protected String work() {
        report.onlyItem().ifPresentOrElse(this::warn, this::warnOfAll);
        return "WARNED OF " + warned;
    }

    private void warnOfAll() {
        int seen = 0;
        List<String> part = expiry.nearlyOver(0, PART);
        while (!part.isEmpty() && !isStopped()) {
            part.forEach(this::warn);
            seen += part.size();
            part = expiry.nearlyOver(seen, PART);
        }
    }

    private void warn(String slug) {
        attempt(slug, () -> {
            if (expiry.warn(slug)) {
                warned++;
                report.wrote(1);
            }
        });
        report.read(1);
    }
}
