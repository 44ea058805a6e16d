package org.carme.users;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A token without its secret. */
public record TokenSummary(
        long id, String name, Set<String> scopes, Instant createdAt, Instant expiresAt, Optional<Instant> lastUsedAt) {}
