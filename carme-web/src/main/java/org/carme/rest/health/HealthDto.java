package org.carme.rest.health;

/**
 * Which parts answer.
 *
 * @param status {@code up}, {@code degraded} when only the portal itself works, {@code down} without database
 */
public record HealthDto(String status, boolean database, boolean scheduler, boolean directory) {
    static HealthDto up() {
        return new HealthDto("up", true, true, true);
    }

    static HealthDto of(boolean database, boolean scheduler, boolean directory) {
        if (!database) {
            return new HealthDto("down", false, scheduler, directory);
        }
        return new HealthDto(scheduler && directory ? "up" : "degraded", true, scheduler, directory);
    }
}
