package org.carme.rest.errors;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;

/** A problem document (RFC 9457). */
final class Problem {
    static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    static Response.ResponseBuilder of(int status, String code, String detail) {
        return of(status, Json.createObjectBuilder().add("code", code).add("detail", detail));
    }

    static Response.ResponseBuilder of(int status, JsonObjectBuilder members) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(members.add("title", title)
                        .add("status", status)
                        .build()
                        .toString());
    }
}
