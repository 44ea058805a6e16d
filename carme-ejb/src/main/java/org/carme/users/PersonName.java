package org.carme.users;

/** Somebody as he is offered for a choice. */
public record PersonName(String name, String displayName) {}
