package org.carme.agents;

import org.carme.staging.StagingProgress;

/**
 * How far a job's data are on one of its nodes, or its results on the way back.
 *
 * @param node its name, or its number in the job while that is all that is known
 * @param ofResults whether it is about those
 */
public record NodeStaging(String node, boolean ofResults, StagingProgress progress) {}
