package org.carme.imports;

import java.time.Instant;
import java.util.Optional;

/**
 * That the files of a version are not as they were registered.
 *
 * @param changedSince when others were seen first
 * @param missingSince when they were missed first
 */
public record FilesMark(String image, String version, Optional<Instant> changedSince, Optional<Instant> missingSince) {}
