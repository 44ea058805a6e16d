package org.carme.quotas;

/**
 * Whose jobs are summed.
 *
 * @param group whether the name is that of a group to which jobs are charged, else it is an owner's
 */
public record QuotaScope(boolean group, String name) {}
