package org.carme.users;

/**
 * A new token.
 *
 * @param token shown this once
 */
public record CreatedToken(String token, TokenSummary summary) {}
