package org.carme.audit;

/**
 * To what something was done.
 *
 * @param kind such as {@code job}
 * @param id by which the portal knows it
 * @param name by which people know it, empty if it has none
 */
public record AuditObject(String kind, String id, String name) {}
