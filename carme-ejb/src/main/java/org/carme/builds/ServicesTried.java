package org.carme.builds;

/**
 * What has become of a job's services.
 *
 * @param isSettled whether none is starting any more
 * @param failures which cannot be used and why, empty if all can
 */
public record ServicesTried(boolean isSettled, String failures) {}
