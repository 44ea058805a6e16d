package org.carme.images;

/** A version and where it lies, for those that look after its files. */
public record RegisteredVersion(VersionName name, String location, VersionState state) {}
