package org.carme.cluster;

/** The scheduler did not do what was asked; {@link #kind()} says whether asking again can help. */
public final class SchedulerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, told apart whatever the scheduler's version answers. */
    public enum Kind {
        /** The request itself is not acceptable: the same request will be refused again. */
        REFUSED,
        /** There was no answer, see {@link SchedulerException#mayHaveArrived()}. */
        UNREACHABLE,
        /** The identity used may not do this. */
        NOT_PERMITTED,
        /** The scheduler does not accept the portal's token: an administrator must look. */
        BAD_TOKEN
    }

    /** Why a request was refused, as far as the user can do something about it. */
    public enum Refusal {
        PARTITION,
        NODES,
        TIME_LIMIT,
        RESOURCES,
        ACCOUNT,
        QOS,
        POLICY,
        OTHER
    }

    private final Kind kind;
    private final Refusal refusal;
    private final boolean sent;

    public SchedulerException(Kind kind, String message, Throwable cause) {
        this(kind, message, cause, true);
    }

    private SchedulerException(Kind kind, String message, Throwable cause, boolean sent) {
        super(message, cause);
        this.kind = kind;
        this.refusal = Refusal.OTHER;
        this.sent = sent;
    }

    /** A failure before the request was on its way. */
    public static SchedulerException notSent(Kind kind, String message, Throwable cause) {
        return new SchedulerException(kind, message, cause, false);
    }

    /**
     * A refusal.
     *
     * @param message the scheduler's own words
     */
    public SchedulerException(Refusal refusal, String message) {
        super(message);
        this.kind = Kind.REFUSED;
        this.refusal = refusal;
        this.sent = true;
    }

    public Kind kind() {
        return kind;
    }

    /** @return false if the request certainly never reached the scheduler, so that it may be sent again at once */
    public boolean mayHaveArrived() {
        return sent;
    }

    /** @return {@link Refusal#OTHER} unless {@link #kind()} is {@link Kind#REFUSED} */
    public Refusal refusal() {
        return refusal;
    }
}
