package org.carme.rest.errors;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/** What JAX-RS itself refuses: unknown paths, wrong methods, bodies that are no JSON. */
@Provider
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        Response.Status known = Response.Status.fromStatusCode(status);
        String code =
                known == null ? "error" : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of(status, code, failure.getResponse().getStatusInfo().getReasonPhrase())
                .build();
    }
}
