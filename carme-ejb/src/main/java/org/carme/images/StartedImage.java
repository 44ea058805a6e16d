package org.carme.images;

import java.util.Optional;

/** What a job that is being started gets, to be recorded with it. */
public record StartedImage(String name, String version, Optional<String> digest) {}
