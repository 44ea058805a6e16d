package org.carme.rest.errors;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.carme.database.DatabaseUnavailableException;
import org.carme.texts.ErrorTexts;

/** Everything else is a defect, unless the database is away: the caller gets an incident number, the log the rest. */
@Provider
public class UnexpectedFailureMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(UnexpectedFailureMapper.class.getName());

    @Inject
    ErrorTexts texts;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        return DatabaseUnavailableException.in(failure).map(this::away).orElseGet(() -> incident(failure));
    }

    private Response away(DatabaseUnavailableException away) {
        LOG.log(Level.WARNING, "The database is away: {0}", away.getCause().toString());
        return Problem.of(CarmeExceptionMapper.status(away.code()), away, texts.text(away, Problem.language(headers)))
                .build();
    }

    private Response incident(Throwable failure) {
        String incident = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Incident " + incident, failure);
        return Problem.of(
                        Response.Status.INTERNAL_SERVER_ERROR.getStatusCode(),
                        Json.createObjectBuilder()
                                .add("code", "unexpected")
                                .add("detail", texts.text(Problem.language(headers), "unexpected"))
                                .add("instance", "urn:uuid:" + incident))
                .build();
    }
}
