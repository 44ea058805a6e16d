package org.carme.news;

/**
 * News for a page.
 *
 * @param html the text, safe to be shown as it is
 */
public record ShownNews(NewsItem item, String html) {}
