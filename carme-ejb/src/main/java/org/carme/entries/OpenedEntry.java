package org.carme.entries;

/**
 * A ticket that has become a session.
 *
 * @param cookie the session's secret, for the browser alone
 * @param path where to go on the gateway's origin, beginning with a slash
 */
public record OpenedEntry(String cookie, String path) {}
