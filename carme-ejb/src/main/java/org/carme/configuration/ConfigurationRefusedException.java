package org.carme.configuration;

import java.util.List;
import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;

/** The file was not taken, so nothing has changed. */
public final class ConfigurationRefusedException extends CarmeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigurationProblem> problems;

    public ConfigurationRefusedException(List<ConfigurationProblem> problems) {
        super(ErrorCode.INVALID_REQUEST, "invalid-request.configuration", problems.size());
        this.problems = List.copyOf(problems);
    }

    /** @return at least one, in the order of the file; empty after serialization */
    public List<ConfigurationProblem> problems() {
        return problems == null ? List.of() : problems;
    }

    /** @return for logs: all problems with their lines */
    @Override
    public String getMessage() {
        return String.join(
                "; ",
                problems().stream()
                        .map(problem -> "line " + problem.line() + " " + problem.object() + ": "
                                + problem.why().getMessage())
                        .toList());
    }
}
