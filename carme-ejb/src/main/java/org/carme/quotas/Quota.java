package org.carme.quotas;

/**
 * A rule as it is kept.
 *
 * @param version to be handed back with a change, so that nobody overwrites what he has not seen
 */
public record Quota(long id, QuotaRule rule, long version) {}
