package org.carme.people;

import java.util.List;
import java.util.Optional;

/**
 * A part of the people.
 *
 * @param total how many match in all
 * @param complete whether the directory has given everybody
 * @param next the cursor of the following part, empty at the end
 */
public record PeoplePage(List<PersonSummary> people, int total, boolean complete, Optional<String> next) {}
