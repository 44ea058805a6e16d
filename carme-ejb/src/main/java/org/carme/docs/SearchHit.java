package org.carme.docs;

/**
 * A section that has all words looked for.
 *
 * @param document where it stands
 * @param excerpt plain text around the first of the words
 */
public record SearchHit(Document document, String anchor, String heading, String excerpt) {}
