package org.carme.faces.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carme.faces.layout.Texts;
import org.carme.jobs.JobSummary;
import org.carme.usage.Efficiency;

/** What was asked for against what was used, and what to make of it. */
@Named
@RequestScoped
public class EfficiencyTexts {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);
    private static final double LITTLE_MEMORY = 40;
    private static final double IDLE = 15;
    private static final double NEARLY_ALL = 95;
    private static final int BAR_STEP = 5;
    private static final int WHOLE = 100;

    /** A share with its bar. */
    public static class Share {
        private final String title;
        private final String percent;
        private final String width;

        Share(String title, String percent, String width) {
            this.title = title;
            this.percent = percent;
            this.width = width;
        }

        public String getTitle() {
            return title;
        }

        public String getPercent() {
            return percent;
        }

        /** @return the class of the bar's width in the style sheet */
        public String getWidth() {
            return width;
        }
    }

    @Inject
    JobView jobView;

    @Inject
    Texts texts;

    @Inject
    Clock clock;

    /** @return those that are known */
    public List<Share> getShares() {
        Efficiency efficiency = jobView.usage().efficiency();
        List<Share> shares = new ArrayList<>();
        add(shares, "used.gpu", efficiency.accelerators());
        add(shares, "used.gpuMemory", efficiency.acceleratorMemory());
        add(shares, "used.cpu", efficiency.cpus());
        add(shares, "used.memory", efficiency.memory());
        return shares;
    }

    private void add(List<Share> shares, String key, Optional<Double> percent) {
        percent.map(value -> new Share(
                        texts.text(key),
                        texts.text("curve.percent", value),
                        "w" + Math.min(WHOLE, Math.round(value / BAR_STEP) * BAR_STEP)))
                .ifPresent(shares::add);
    }

    /** @return sentences; none while too little is known */
    public List<String> getHints() {
        JobSummary job = jobView.usage().job();
        Duration ran = job.startedAt()
                .map(started -> Duration.between(started, job.endedAt().orElseGet(clock::instant)))
                .orElse(Duration.ZERO);
        if (ran.compareTo(LONG_ENOUGH) < 0) {
            return List.of();
        }
        Efficiency efficiency = jobView.usage().efficiency();
        List<String> hints = new ArrayList<>();
        hint(hints, "hint.gpuIdle", efficiency.accelerators().filter(percent -> percent < IDLE));
        hint(hints, "hint.gpuMemory", efficiency.acceleratorMemory().filter(percent -> percent < LITTLE_MEMORY));
        hint(hints, "hint.memoryFull", efficiency.memory().filter(percent -> percent > NEARLY_ALL));
        return hints;
    }

    private void hint(List<String> hints, String key, Optional<Double> percent) {
        percent.map(value -> texts.text(key, value)).ifPresent(hints::add);
    }
}
