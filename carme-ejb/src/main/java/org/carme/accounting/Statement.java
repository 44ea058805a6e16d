package org.carme.accounting;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was used in a month, by runs that have ended.
 *
 * @param until everything that ended before is in it; empty before the first import
 */
public record Statement(YearMonth month, Optional<Instant> until, List<StatementLine> lines) {
    private static final Comparator<StatementPart> ORDER = Comparator.comparing(StatementPart::project)
            .reversed()
            .thenComparing(StatementPart::group, Comparator.reverseOrder())
            .thenComparing(StatementPart::user)
            .thenComparing(StatementPart::acceleratorType);

    public Statement {
        lines = List.copyOf(lines);
    }

    /** @return what it comes to by that, and by type of accelerator, in the order of names */
    public Map<StatementPart, StatementSum> by(StatementBy what) {
        Map<StatementPart, StatementSum> sums = new TreeMap<>(ORDER);
        lines.forEach(line -> sums.merge(what.of(line), line.sum(), StatementSum::plus));
        return sums;
    }

    public StatementSum total() {
        return lines.stream().map(StatementLine::sum).reduce(StatementSum.NOTHING, StatementSum::plus);
    }
}
