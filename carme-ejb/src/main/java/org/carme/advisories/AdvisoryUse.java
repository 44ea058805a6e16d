package org.carme.advisories;

/** A package with a known fault, and in how many versions of images it is. */
public record AdvisoryUse(Finding finding, long images) {}
