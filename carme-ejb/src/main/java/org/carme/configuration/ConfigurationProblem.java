package org.carme.configuration;

import org.carme.common.CarmeException;

/**
 * Something in the file that cannot be.
 *
 * @param line from 1, 0 if it stands in none
 * @param object what it is about, such as {@code templates GPU}; may be empty
 */
public record ConfigurationProblem(int line, String object, CarmeException why) {}
