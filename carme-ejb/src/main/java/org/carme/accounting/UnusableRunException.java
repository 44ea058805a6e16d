package org.carme.accounting;

/** What the accounting has of a run makes no sense: the words say why. */
final class UnusableRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableRunException(String why) {
        super(why);
    }
}
