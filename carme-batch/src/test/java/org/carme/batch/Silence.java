package org.carme.batch;

import java.time.Clock;
import java.util.Optional;

/** A report that nobody reads. */
public final class Silence extends StepReport {
    private final Optional<String> only;

    private Silence(Optional<String> only) {
        this.only = only;
        clock = Clock.systemUTC();
    }

    /** @return the same step, which needs no runtime now */
    public static <T extends Step> T around(T step) {
        step.report = new Silence(Optional.empty());
        return step;
    }

    /** @return the same step, which is to deal with that item alone */
    public static <T extends Step> T around(T step, String item) {
        step.report = new Silence(Optional.of(item));
        return step;
    }

    @Override
    boolean begin() {
        return true;
    }

    @Override
    public Optional<String> onlyItem() {
        return only;
    }

    @Override
    void fail(RuntimeException failure) {
        // the test sees it
    }

    @Override
    void end() {
        // nothing was kept
    }

    @Override
    void flush() {
        // nobody reads it
    }
}
