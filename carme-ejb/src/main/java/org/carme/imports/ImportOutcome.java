package org.carme.imports;

import java.util.Optional;
import org.carme.common.CarmeException;

/**
 * What became of an image that was to be registered.
 *
 * @param added false if it was in the catalogue already, or is refused
 * @param why it is refused, empty if it is not
 */
public record ImportOutcome(ProposedImage image, boolean added, Optional<CarmeException> why) {}
