package org.carme.batch.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.batch.Step;
import org.carme.people.TokenExpiry;

/** Warns of tokens that are nearly over, one transaction each; ends when all were looked at, or if stopped. */
@Named
@Dependent
public class WarnOfTokens extends Step {
    private static final int PART = 100;

    @Inject
    TokenExpiry expiry;

    private int warned;

    @Override
    protected String work() {
        report.onlyItem().map(Long::valueOf).ifPresentOrElse(this::warn, this::warnOfAll);
        return "WARNED OF " + warned;
    }

    private void warnOfAll() {
        List<Long> part = expiry.nearlyOver(0, PART);
        while (!part.isEmpty() && !isStopped()) {
            part.forEach(this::warn);
            part = expiry.nearlyOver(part.get(part.size() - 1), PART);
        }
    }

    private void warn(long token) {
        attempt(Long.toString(token), () -> {
            if (expiry.warn(token)) {
                warned++;
                report.wrote(1);
            }
        });
        report.read(1);
    }
}
