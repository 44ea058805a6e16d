package org.carme.backup;

import java.time.Instant;

/**
 * A backup that was found good.
 *
 * @param name of its file
 * @param at when it was begun
 */
public record Backup(String name, Instant at, long bytes) {}
