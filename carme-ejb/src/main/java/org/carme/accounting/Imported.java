package org.carme.accounting;

import java.time.Instant;

/**
 * What came of one window.
 *
 * @param to where the next one begins
 * @param read how many runs ended in it
 * @param changed how many of them were new or different
 * @param last whether the present is reached
 */
public record Imported(Instant to, int read, int changed, boolean last) {}
