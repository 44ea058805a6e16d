package org.carme.rest.audit;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditQuery;
import org.carme.rest.bodies.Times;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What to look for in the log. */
public class AuditFilter {
    @QueryParam("actor")
    @Parameter(description = "Who did it")
    String actor;

    @QueryParam("action")
    @Parameter(description = "What was done, such as job-started")
    String action;

    @QueryParam("object")
    @Parameter(description = "Id or whole name of what it was done to")
    String object;

    @QueryParam("from")
    @Parameter(description = "The earliest time", schema = @Schema(format = "date-time"))
    String from;

    @QueryParam("to")
    @Parameter(description = "Just after the latest time", schema = @Schema(format = "date-time"))
    String to;

    AuditQuery query() {
        return new AuditQuery(
                Optional.ofNullable(actor),
                Optional.ofNullable(action).map(AuditAction::of),
                Optional.ofNullable(object),
                Times.parse("from", from),
                Times.parse("to", to));
    }
}
