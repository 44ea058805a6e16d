package org.carme.agents;

import java.time.Instant;

/**
 * What an agent should know.
 *
 * @param endsAt when the scheduler will end the job
 * @param stop whether it should end by itself now
 */
public record ReportAnswer(Instant endsAt, boolean stop) {}
