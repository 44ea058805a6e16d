package org.carme.agents;

import org.carme.staging.StagingProgress;

/**
 * How far a job's data are on one of its nodes.
 *
 * @param node its name, or its number in the job while that is all that is known
 */
public record NodeStaging(String node, StagingProgress progress) {}
