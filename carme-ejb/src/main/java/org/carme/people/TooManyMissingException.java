package org.carme.people;

/** So many people cannot have left at once; an administrator may know better. */
public final class TooManyMissingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyMissingException(long missing, long known) {
        super(missing + " of " + known
                + " people are missing in the directory at once. Is it complete? If they have left,"
                + " run the job with the parameter accept=yes");
    }
}
