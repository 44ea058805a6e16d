package org.carme.rest.errors;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.carme.common.CarmeException;
import org.carme.common.InvalidRequestException;

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

    /** Names the field, if the failure is about one. */
    static Response.ResponseBuilder of(int status, CarmeException failure, String text) {
        JsonObjectBuilder members =
                Json.createObjectBuilder().add("code", failure.code().code()).add("detail", text);
        if (failure instanceof InvalidRequestException mistake) {
            mistake.field().ifPresent(field -> members.add("errors", errors(field, text)));
        }
        return of(status, members);
    }

    private static JsonArrayBuilder errors(String field, String text) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("field", field).add("detail", text));
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
