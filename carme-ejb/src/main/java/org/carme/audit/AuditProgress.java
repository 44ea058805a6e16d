package org.carme.audit;

/** Hears how far a check of the chain is. */
@FunctionalInterface
public interface AuditProgress {
    /**
     * So many more entries are good.
     *
     * @param mark from where a check can go on
     */
    void good(long more, String mark);
}
