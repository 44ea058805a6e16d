package org.carme.faces.quotas;

import java.util.Optional;
import org.carme.quotas.mirror.LimitLine;

/** A difference between Slurm and the quotas, as a row. */
public class SlurmLimitRow {
    private static final String NONE = "–";

    private final LimitLine line;

    SlurmLimitRow(LimitLine line) {
        this.line = line;
    }

    public String getAccount() {
        return line.association().account();
    }

    /** @return empty for the account as a whole */
    public String getUser() {
        return line.association().user();
    }

    /** @return empty unless it holds in one partition only */
    public String getPartition() {
        return line.association().partition();
    }

    public String getLimit() {
        return line.limit().words();
    }

    public String getInSlurm() {
        return text(line.inSlurm());
    }

    public String getWanted() {
        return text(line.wanted());
    }

    public LimitLine.Step getStep() {
        return line.step();
    }

    public String getTone() {
        return line.step() == LimitLine.Step.KEPT ? "info" : "wait";
    }

    private static String text(Optional<Long> limit) {
        return limit.map(String::valueOf).orElse(NONE);
    }
}
