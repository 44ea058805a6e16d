package org.carme.news;

/**
 * What is kept.
 *
 * @param version to be handed back with a change, so that nobody overwrites what he has not seen
 */
public record NewsItem(long id, Announcement announcement, long version) {}
