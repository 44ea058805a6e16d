package org.carme.batch;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report that nobody reads. */
public final class Silence extends StepReport {
    private final Optional<String> only;
    private final List<Long> progress = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private Optional<Object> handed = Optional.empty();
    private Optional<String> mark = Optional.empty();
    private final List<String> said = new ArrayList<>();

    private Silence(Optional<String> only) {
        this.only = only;
        clock = Clock.systemUTC();
    }

    /** @return the same step, which needs no runtime now */
    public static <T extends Step> T around(T step) {
        return around(step, new Silence(Optional.empty()));
    }

    /** @return the same step, which is to deal with that item alone */
    public static <T extends Step> T around(T step, String item) {
        return around(step, new Silence(Optional.of(item)));
    }

    private static <T extends Step> T around(T step, Silence report) {
        step.report = report;
        step.waiting = (ManagedExecutorService) Proxy.newProxyInstance(
                Silence.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> {
                    new Thread((Runnable) arguments[0]).start();
                    return null;
                });
        return step;
    }

    /** @return how far that step, which is in silence, has said to be: how much there is, and each part that was done */
    public static List<Long> progressOf(Step step) {
        return List.copyOf(((Silence) step.report).progress);
    }

    /** @return the same step, which is in silence, after one that has handed that on */
    public static <T extends Step> T after(T step, Object found) {
        step.report.handOn(found);
        return step;
    }

    /** @return what that step, which is in silence, has handed on or was handed */
    public static <T> Optional<T> handedOnBy(Step step, Class<T> kind) {
        return step.report.handed(kind);
    }

    @Override
    public void handOn(Object found) {
        handed = Optional.of(found);
    }

    @Override
    public <T> Optional<T> handed(Class<T> kind) {
        return handed.map(kind::cast);
    }

    /** @return the items that the step, which is in silence, has gone on without */
    public static List<String> skippedBy(Step step) {
        return List.copyOf(((Silence) step.report).skipped);
    }

    @Override
    public synchronized void skip(String item, RuntimeException failure) {
        skipped.add(item);
    }

    @Override
    public synchronized void outOf(long all) {
        progress.add(all);
    }

    @Override
    public synchronized void done(long more) {
        progress.add(more);
    }

    /** @return what that step, which is in silence, has remembered last */
    public static Optional<String> rememberedBy(Step step) {
        return step.report.remembered();
    }

    @Override
    public Optional<String> remembered() {
        return mark;
    }

    @Override
    public void remember(String now) {
        mark = Optional.of(now);
    }

    /** @return the lines that step, which is in silence, has written */
    public static List<String> saidBy(Step step) {
        return List.copyOf(((Silence) step.report).said);
    }

    @Override
    public synchronized void say(String words) {
        said.add(words);
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
