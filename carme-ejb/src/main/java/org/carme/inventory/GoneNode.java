package org.carme.inventory;

import java.time.Instant;

/**
 * A node that the scheduler does not know any more.
 *
 * @param hardware what it last had, such as {@code 4 × A100, 16 CPU, 64000 MB}, in the words of people
 */
public record GoneNode(String name, String hardware, Instant since) {}
