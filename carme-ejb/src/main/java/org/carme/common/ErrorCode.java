package org.carme.common;

/** The stable codes of failures a caller can act on: REST problems carry them, pages map them to texts. */
public enum ErrorCode {
    INVALID_REQUEST,
    UNAUTHENTICATED,
    LOGIN_REFUSED,
    LOGIN_THROTTLED,
    ACCOUNT_LOCKED,
    ACCOUNT_EXPIRED,
    DATABASE_UNAVAILABLE,
    DIRECTORY_UNAVAILABLE,
    NO_UNIX_ACCOUNT,
    NO_CLUSTER_ACCOUNT,
    NOT_PERMITTED,
    NOT_FOUND,
    CONFLICT,
    TOO_OFTEN,
    QUOTA_EXCEEDED,
    MAINTENANCE,
    BACKUPS_UNAVAILABLE,
    CLUSTER_UNAVAILABLE,
    CLUSTER_REFUSED,
    BOOTSTRAP_REFUSED,
    PROTOCOL_UNSUPPORTED;

    /** @return the code as it stands in REST answers and bundle keys, such as {@code quota-exceeded} */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
