package org.carme.rest.errors;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Bodies that lack something: each field is named. */
@Provider
public class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {
    @Override
    public Response toResponse(ConstraintViolationException failure) {
        JsonArrayBuilder errors = Json.createArrayBuilder();
        for (ConstraintViolation<?> violation : failure.getConstraintViolations()) {
            errors.add(Json.createObjectBuilder()
                    .add("field", last(violation.getPropertyPath()))
                    .add("detail", violation.getMessage()));
        }
        return Problem.of(
                        Response.Status.BAD_REQUEST.getStatusCode(),
                        Json.createObjectBuilder()
                                .add("code", "invalid-request")
                                .add("detail", "Fields are missing or malformed")
                                .add("errors", errors))
                .build();
    }

    private static String last(Path path) {
        String name = "";
        for (Path.Node node : path) {
            name = String.valueOf(node.getName());
        }
        return name;
    }
}
