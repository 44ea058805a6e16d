package org.carme.inventory;

import java.time.Instant;

/**
 * A node that the scheduler does not know any more.
 *
 * @param hardware what it last had, such as {@code 4 × a100, 16 CPU, 64000 MB}
 */
public record GoneNode(String name, String hardware, Instant since) {}
