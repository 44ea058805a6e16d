package org.carme.cluster;

/**
 * What the scheduler's accounting holds limits for.
 *
 * @param user empty for an account as a whole
 * @param partition empty unless the limits hold in one partition only
 */
public record Association(String cluster, String account, String user, String partition) {}
