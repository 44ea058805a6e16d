package org.carme.rest.jobs;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Optional;
import org.carme.jobs.StartRequest;

/** What to start; name and time limit may be left out. */
public record StartDto(
        @NotNull String template,
        String acceleratorType,
        @NotNull Integer acceleratorsPerNode,
        @NotNull Integer nodes,
        @NotNull String image,
        String name,
        Integer timeLimitMinutes) {

    StartRequest request(Optional<String> idempotencyKey) {
        return new StartRequest(
                template,
                Optional.ofNullable(acceleratorType),
                acceleratorsPerNode,
                nodes,
                image,
                Optional.ofNullable(name),
                Optional.ofNullable(timeLimitMinutes).map(Duration::ofMinutes),
                idempotencyKey);
    }
}
