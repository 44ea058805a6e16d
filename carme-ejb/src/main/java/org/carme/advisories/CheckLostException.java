package org.carme.advisories;

/** Another portal has taken this check for dead: it must write nothing any more. It never leaves the feature. */
final class CheckLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
