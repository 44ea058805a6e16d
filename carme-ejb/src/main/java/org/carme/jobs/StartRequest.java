package org.carme.jobs;

import java.time.Duration;
import java.util.Optional;
import org.carme.staging.StagedData;

/**
 * What a user asks for, as it came: nothing in it has been checked.
 *
 * @param project a slug, or the name of the group that has the template; empty: whatever gives the template
 * @param acceleratorType empty or {@code cpu}: none
 * @param image its name, or {@code name:version}
 * @param name empty: a default name
 * @param timeLimit empty: the template's default
 * @param data what its nodes get to work with, and where results go
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
        StagedData data,
        Optional<String> idempotencyKey) {}
