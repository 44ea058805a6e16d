package org.carme.quotas;

import java.util.Comparator;

/** By what a list of limits is sorted; what is the same comes in the order in which it was made. */
public enum QuotaOrder {
    SUBJECT,
    RESOURCE,
    /** The greatest first. */
    LIMIT;

    Comparator<Quota> order() {
        return column().thenComparing(Quota::id);
    }

    private Comparator<Quota> column() {
        return switch (this) {
            case SUBJECT ->
                Comparator.<Quota, String>comparing(
                                quota -> quota.rule().subject().kind().name())
                        .thenComparing(quota -> quota.rule().subject().name());
            case RESOURCE ->
                Comparator.<Quota, QuotaResource>comparing(quota -> quota.rule().resource())
                        .thenComparing(quota -> quota.rule().acceleratorType().orElse(""));
            case LIMIT -> Comparator.comparing(quota -> quota.rule().limit(), Comparator.reverseOrder());
        };
    }
}
