package org.carme.usage;

import org.carme.jobs.JobId;

/**
 * A sample and where it was taken.
 *
 * @param node the node's place among the job's nodes, from 0
 */
record NodeSample(JobId job, int node, Sample sample) {}
