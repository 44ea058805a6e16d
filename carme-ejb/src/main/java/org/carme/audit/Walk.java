package org.carme.audit;

import java.util.List;
import java.util.Optional;
import org.carme.audit.AuditCheck.Finding;

/**
 * Follows a part of the chain, row by row.
 *
 * @param reached the last good row
 * @param steps how many rows were good
 * @param finding the first row that is not as it must be
 */
record Walk(Position reached, int steps, Optional<Finding> finding) {
    static Walk along(List<AuditRow> rows, Position from, AuditSeals seals) {
        Position reached = from;
        int steps = 0;
        for (AuditRow row : rows) {
            Optional<AuditProblem> problem = problem(row.position(), seals.next(reached, row));
            if (problem.isPresent()) {
                return new Walk(reached, steps, Optional.of(new Finding(reached.number() + 1, problem.get())));
            }
            reached = row.position();
            steps++;
        }
        return new Walk(reached, steps, Optional.empty());
    }

    private static Optional<AuditProblem> problem(Position found, Position expected) {
        if (found.number() != expected.number()) {
            return Optional.of(AuditProblem.MISSING);
        }
        return AuditSeals.same(found.seal(), expected.seal()) ? Optional.empty() : Optional.of(AuditProblem.CHANGED);
    }
}
