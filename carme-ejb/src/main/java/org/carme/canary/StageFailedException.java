package org.carme.canary;

/** A stage did not come to its end. It never leaves the feature. */
final class StageFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Stage stage;

    StageFailedException(Stage stage, String words) {
        super(words);
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }
}
