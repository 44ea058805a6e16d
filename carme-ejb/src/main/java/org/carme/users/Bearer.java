package org.carme.users;

import java.util.Set;

/** Who a token speaks for and what it may do. */
public record Bearer(String user, Set<String> scopes) {}
