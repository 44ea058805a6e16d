package org.carme.cluster;

/** The scheduler did not do what was asked; {@link #kind()} says whether asking again can help. */
public final class SchedulerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, told apart whatever the scheduler's version answers. */
    public enum Kind {
        /** The request itself is not acceptable: the same request will be refused again. */
        REFUSED,
        /** Nobody knows whether the request arrived. */
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

    public SchedulerException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.refusal = Refusal.OTHER;
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
    }

    public Kind kind() {
        return kind;
    }

    /** @return {@link Refusal#OTHER} unless {@link #kind()} is {@link Kind#REFUSED} */
    public Refusal refusal() {
        return refusal;
    }
}
