package org.carme.news;

/**
 * News for administrators.
 *
 * @param readers how many have dismissed or confirmed them
 */
public record KeptNews(NewsItem item, long readers) {}
