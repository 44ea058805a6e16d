package org.carme.jobs;

import java.time.Duration;
import java.util.List;

/**
 * How good the estimates of starts have been.
 *
 * @param starts how many were compared; without any the errors are nothing
 * @param median half of the estimates were that far off, or less
 * @param ninth nine of ten were
 */
public record EstimateQuality(int starts, Duration median, Duration ninth) {
    private static final double HALF = 0.5;
    private static final double NINE_OF_TEN = 0.9;

    static EstimateQuality of(List<Duration> errors) {
        List<Duration> sorted = errors.stream().map(Duration::abs).sorted().toList();
        return new EstimateQuality(sorted.size(), quantile(sorted, HALF), quantile(sorted, NINE_OF_TEN));
    }

    private static Duration quantile(List<Duration> sorted, double part) {
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }
}
