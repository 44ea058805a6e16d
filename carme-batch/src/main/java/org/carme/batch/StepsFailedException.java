package org.carme.batch;

import java.util.List;

/** Some steps of a job have failed, while the others did what they had to. */
final class StepsFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepsFailedException(List<String> steps) {
        super("Failed: " + String.join(", ", steps) + ". The log says why; every other step has run");
    }
}
