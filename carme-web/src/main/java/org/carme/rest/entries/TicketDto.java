package org.carme.rest.entries;

/**
 * A link to a service.
 *
 * @param url works once, within 30 seconds
 */
public record TicketDto(String url) {}
