package org.carme.jobs;

import java.time.Duration;
import java.util.Optional;

/**
 * What a user asks for, as it came: nothing in it has been checked.
 *
 * @param project a slug, or the name of the group that has the template; empty: whatever gives the template
 * @param acceleratorType empty or {@code cpu}: none
 * @param image its name, or {@code name:version}
 * @param name empty: a default name
 * @param timeLimit empty: the template's default
 * @param idempotencyKey a repeated request with the same key makes no second job
 */
public record StartRequest(
        String template,
        Optional<String> project,
        Optional<String> acceleratorType,
        int acceleratorsPerNode,
        int nodes,
        String image,
        Optional<String> name,
        Optional<Duration> timeLimit,
        Optional<String> idempotencyKey) {}
