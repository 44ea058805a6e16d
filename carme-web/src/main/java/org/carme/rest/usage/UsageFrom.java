package org.carme.rest.usage;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import org.carme.common.InvalidRequestException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** From when on samples are wanted. */
public class UsageFrom {
    @QueryParam("from")
    @Parameter(description = "The earliest time; without one, the job's start", schema = @Schema(format = "date-time"))
    String from;

    Instant time() {
        if (from == null) {
            return Instant.EPOCH;
        }
        try {
            return Instant.ofEpochMilli(Instant.parse(from).toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw new InvalidRequestException("invalid-request.time", "from");
        }
    }
}
