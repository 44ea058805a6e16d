package org.carme.users;

import java.util.Optional;

/**
 * How somebody is reached, in the directory's own words.
 *
 * @param mail not checked
 * @param language as in RFC 2798, such as {@code de} or {@code de-AT, en;q=0.5}; not checked
 */
public record Contact(Optional<String> mail, Optional<String> language) {}
