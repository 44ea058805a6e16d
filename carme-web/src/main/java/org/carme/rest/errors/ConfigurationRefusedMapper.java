package org.carme.rest.errors;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.carme.configuration.ConfigurationProblem;
import org.carme.configuration.ConfigurationRefusedException;
import org.carme.texts.ErrorTexts;

/** Files that were not taken: each problem is told with its line. */
@Provider
public class ConfigurationRefusedMapper implements ExceptionMapper<ConfigurationRefusedException> {
    @Inject
    ErrorTexts texts;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(ConfigurationRefusedException failure) {
        Locale locale = headers.getAcceptableLanguages().stream().findFirst().orElse(Locale.ENGLISH);
        JsonArrayBuilder errors = Json.createArrayBuilder();
        for (ConfigurationProblem problem : failure.problems()) {
            errors.add(Json.createObjectBuilder()
                    .add("field", problem.line() == 0 ? problem.object() : "line " + problem.line())
                    .add("detail", texts.text(problem.why(), locale)));
        }
        return Problem.of(
                        CarmeExceptionMapper.status(failure.code()),
                        Json.createObjectBuilder()
                                .add("code", failure.code().code())
                                .add("detail", texts.text(failure, locale))
                                .add("errors", errors))
                .build();
    }
}
