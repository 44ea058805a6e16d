package org.carme.rest.errors;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.carme.common.CarmeException;
import org.carme.common.ErrorCode;
import org.carme.maintenance.MaintenanceException;
import org.carme.texts.ErrorTexts;

/** Every failure a caller can act on, in his language. */
@Provider
public class CarmeExceptionMapper implements ExceptionMapper<CarmeException> {
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final int UPGRADE_REQUIRED = 426;

    @Inject
    ErrorTexts texts;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(CarmeException failure) {
        String text = texts.text(failure, Problem.language(headers));
        Response.ResponseBuilder response = Problem.of(status(failure.code()), failure, text);
        if (status(failure.code()) == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"carme\"");
        }
        if (failure instanceof MaintenanceException maintenance) {
            maintenance.left().ifPresent(left -> response.header(HttpHeaders.RETRY_AFTER, left.toSeconds() + 1));
        }
        return response.build();
    }

    static int status(ErrorCode code) {
        return switch (code) {
            case INVALID_REQUEST, NOT_PERMITTED, QUOTA_EXCEEDED, NO_UNIX_ACCOUNT, NO_CLUSTER_ACCOUNT, CLUSTER_REFUSED ->
                UNPROCESSABLE;
            case UNAUTHENTICATED, LOGIN_REFUSED -> Response.Status.UNAUTHORIZED.getStatusCode();
            case ACCOUNT_LOCKED, ACCOUNT_EXPIRED, BOOTSTRAP_REFUSED -> Response.Status.FORBIDDEN.getStatusCode();
            case LOGIN_THROTTLED, TOO_OFTEN -> TOO_MANY;
            case NOT_FOUND -> Response.Status.NOT_FOUND.getStatusCode();
            case CONFLICT -> Response.Status.CONFLICT.getStatusCode();
            case DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE, BACKUPS_UNAVAILABLE, CLUSTER_UNAVAILABLE, MAINTENANCE ->
                Response.Status.SERVICE_UNAVAILABLE.getStatusCode();
            case PROTOCOL_UNSUPPORTED -> UPGRADE_REQUIRED;
        };
    }
}
