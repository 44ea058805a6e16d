package org.carme.rest.errors;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.carme.texts.ErrorTexts;

/** Bodies that lack something: each field is named. */
@Provider
public class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {
    @Inject
    ErrorTexts texts;

    @Inject
    ValidatorFactory validators;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(ConstraintViolationException failure) {
        Locale language = Problem.language(headers);
        JsonArrayBuilder errors = Json.createArrayBuilder();
        for (ConstraintViolation<?> violation : failure.getConstraintViolations()) {
            errors.add(Json.createObjectBuilder()
                    .add("field", last(violation.getPropertyPath()))
                    .add("detail", text(violation, language)));
        }
        return Problem.of(
                        Response.Status.BAD_REQUEST.getStatusCode(),
                        Json.createObjectBuilder()
                                .add("code", "invalid-request")
                                .add("detail", texts.text(language, "invalid-request.fields"))
                                .add("errors", errors))
                .build();
    }

    /** Its message is in the machine's language. */
    private String text(ConstraintViolation<?> violation, Locale language) {
        return validators
                .getMessageInterpolator()
                .interpolate(violation.getMessageTemplate(), new Violated(violation), language);
    }

    private static String last(Path path) {
        String name = "";
        for (Path.Node node : path) {
            name = String.valueOf(node.getName());
        }
        return name;
    }

    private record Violated(ConstraintViolation<?> violation) implements MessageInterpolator.Context {
        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return violation.getConstraintDescriptor();
        }

        @Override
        public Object getValidatedValue() {
            return violation.getInvalidValue();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return violation.unwrap(type);
        }
    }
}
