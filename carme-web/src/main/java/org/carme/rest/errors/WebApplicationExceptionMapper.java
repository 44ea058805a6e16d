package org.carme.rest.errors;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.carme.common.InvalidRequestException;
import org.carme.texts.ErrorTexts;
import org.glassfish.jersey.server.ParamException;

/** What JAX-RS itself refuses: unknown paths, wrong methods, parameters and bodies of another form. */
@Provider
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {
    @Inject
    ErrorTexts texts;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(WebApplicationException failure) {
        Locale language = Problem.language(headers);
        // Jersey says 404, as it does rightly of what stands in the path
        if (failure instanceof ParamException.QueryParamException parameter) {
            return Problem.of(
                            Response.Status.BAD_REQUEST.getStatusCode(),
                            "invalid-request",
                            texts.text(language, "invalid-request.parameter", parameter.getParameterName()))
                    .build();
        }
        if (failure.getCause() instanceof InvalidRequestException mistake) {
            return Problem.of(failure.getResponse().getStatus(), mistake, texts.text(mistake, language))
                    .build();
        }
        int status = failure.getResponse().getStatus();
        Response.Status known = Response.Status.fromStatusCode(status);
        String code =
                known == null ? "error" : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of(status, code, texts.text(language, texts.isKnown(code) ? code : "error"))
                .build();
    }
}
