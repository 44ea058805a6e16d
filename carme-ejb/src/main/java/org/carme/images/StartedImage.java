package org.carme.images;

import java.util.Optional;

/**
 * What a job that is being started gets, to be recorded with it.
 *
 * @param plain whether its services run as plain processes, in no image at all
 */
public record StartedImage(String name, String version, Optional<String> digest, boolean plain) {}
