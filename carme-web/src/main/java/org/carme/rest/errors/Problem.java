package org.carme.rest.errors;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** A problem document (RFC 9457). */
final class Problem {
    static final String MEDIA_TYPE = "application/problem+json";

    /** RFC 9110, section 15.5.21; the enumeration of Jakarta REST ends before it. */
    private static final int UNPROCESSABLE = 422;

    private Problem() {}

    /** The one the reader likes best; English if he names none. */
    static Locale language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream().findFirst().orElse(Locale.ENGLISH);
    }

    static Response.ResponseBuilder of(int status, String code, String detail) {
        return of(status, Json.createObjectBuilder().add("code", code).add("detail", detail));
    }

    static Response.ResponseBuilder of(int status, JsonObjectBuilder members) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(members.add("title", title(status))
                        .add("status", status)
                        .build()
                        .toString());
    }

    private static String title(int status) {
        if (status == UNPROCESSABLE) {
            return "Unprocessable Content";
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
