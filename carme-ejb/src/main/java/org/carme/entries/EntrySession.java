package org.carme.entries;

import java.time.Instant;
import java.util.Optional;

/**
 * A browser's right to one job's services.
 *
 * @param id names the session without being its secret
 * @param portalSession fingerprint of the portal session with which it ends, empty for an API client's
 */
public record EntrySession(String id, String jobKey, String user, Optional<String> portalSession, Instant expiresAt) {}
