package org.carme.news;

/**
 * News for one reader.
 *
 * @param read whether he has dismissed or confirmed them
 */
public record ReadNews(ShownNews news, boolean read) {}
