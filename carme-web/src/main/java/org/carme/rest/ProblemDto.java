package org.carme.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem detail (RFC 9457), for the description of the API. */
@Schema(
        name = "Problem",
        description = "A problem detail (RFC 9457)",
        requiredProperties = {"code", "title", "status", "detail"})
record ProblemDto(
        @Schema(description = "A stable word such as quota-exceeded")
        String code,

        String title,
        int status,

        @Schema(description = "For people, in a language of Accept-Language")
        String detail,

        @Schema(description = "Names the incident in the log, if something unexpected happened")
        String instance,

        @Schema(description = "Fields that are wrong, where single ones are")
        List<Field> errors) {
    @Schema(name = "ProblemField")
    record Field(String field, String detail) {}
}
