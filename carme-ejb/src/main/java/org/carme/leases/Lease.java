package org.carme.leases;

/**
 * That somebody may do something alone, as long as nobody has taken over.
 *
 * @param fence one higher with each new holder
 */
public record Lease(String name, String holder, long fence) {}
