package org.carme.rest.advisories;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carme.advisories.AdvisoryStatus;
import org.carme.advisories.CheckState;
import org.carme.advisories.DataSource;
import org.carme.advisories.Skipped;

/**
 * How checks go.
 *
 * @param on whether a folder with advisories is configured
 * @param running whether a check goes on
 * @param last the check that was begun last
 * @param checkedAt the check whose findings are shown
 * @param files what it has read
 * @param skipped what the last one has left out
 */
public record AdvisoryStatusDto(
        boolean on,
        boolean running,
        Optional<AdvisoryCheck> last,
        Optional<String> checkedAt,
        List<AdvisoryFile> files,
        List<LeftOut> skipped) {
    /**
     * A check.
     *
     * @param outcome {@code running}, {@code done} or {@code failed}
     * @param concerned how many are about packages of any image
     */
    public record AdvisoryCheck(
            String outcome, String startedAt, Optional<String> endedAt, int read, int concerned, int skipped) {
        static AdvisoryCheck of(CheckState state) {
            return new AdvisoryCheck(
                    state.outcome().name().toLowerCase(Locale.ROOT),
                    state.startedAt().toString(),
                    state.endedAt().map(Object::toString),
                    state.read(),
                    state.concerned(),
                    state.skipped());
        }
    }

    /**
     * A file.
     *
     * @param asOf when the newest advisory in it was changed
     */
    public record AdvisoryFile(String name, int read, String asOf) {
        static AdvisoryFile of(DataSource source) {
            return new AdvisoryFile(source.name(), source.read(), source.asOf().toString());
        }
    }

    /**
     * Why something was left out.
     *
     * @param examples the first of them
     */
    public record LeftOut(String reason, int count, List<String> examples) {
        static LeftOut of(Skipped skipped) {
            return new LeftOut(skipped.reason().code(), skipped.count(), skipped.examples());
        }
    }

    static AdvisoryStatusDto of(AdvisoryStatus status) {
        return new AdvisoryStatusDto(
                status.isOn(),
                status.isRunning(),
                status.last().map(AdvisoryCheck::of),
                status.shown().map(check -> check.startedAt().toString()),
                status.sources().stream().map(AdvisoryFile::of).toList(),
                status.skipped().stream().map(LeftOut::of).toList());
    }
}
