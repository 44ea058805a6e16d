package org.carme.packages;

/**
 * A package and in how many versions of images it is.
 *
 * @param id for asking in which
 */
public record PackageUse(long id, SoftwarePackage software, long images) {}
