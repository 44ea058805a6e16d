package org.carme.cluster;

/**
 * A waiting job's place among those that are in line for the same partition.
 *
 * @param place 1 is the next one by priority; smaller ones behind may all the same fit in earlier
 * @param of how many are in line
 */
public record QueuePlace(int place, int of) {}
