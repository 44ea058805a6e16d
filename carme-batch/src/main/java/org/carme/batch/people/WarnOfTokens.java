package org.carme.batch.people;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.carme.people.TokenExpiry;

/** Warns of tokens that are nearly over, one transaction each; ends when all were looked at, or if stopped. */
@Named
@Dependent
public class WarnOfTokens extends AbstractBatchlet {
    private static final int PART = 100;

    @Inject
    TokenExpiry expiry;

    private volatile boolean stopped;

    @Override
    public String process() {
        int warned = 0;
        List<Long> part = expiry.nearlyOver(0, PART);
        while (!part.isEmpty() && !stopped) {
            warned +=
                    part.stream().mapToInt(token -> expiry.warn(token) ? 1 : 0).sum();
            part = expiry.nearlyOver(part.get(part.size() - 1), PART);
        }
        return "WARNED OF " + warned;
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
