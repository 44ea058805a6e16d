package org.carme.entries;

import java.util.Optional;

/**
 * A service of a job that can be opened.
 *
 * @param icon name of a PrimeIcon
 * @param ready whether it answers
 * @param idle whether it starts when somebody opens it
 * @param failure why it does not, if it has failed; may be an empty text
 */
public record EntryPoint(
        String jobKey, String name, String title, String icon, boolean ready, boolean idle, Optional<String> failure) {}
