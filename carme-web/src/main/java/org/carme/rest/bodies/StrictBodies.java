package org.carme.rest.bodies;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.carme.common.InvalidRequestException;

/**
 * Lets only bodies through whose values are of the types that they are read into: JSON-B alone would take 1.5 for 1 and a
 * number for a text.
 */
@Provider
public class StrictBodies implements ReaderInterceptor {
    private static final int LARGEST = 1024 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!context.getType().isRecord()) {
            return context.proceed();
        }
        byte[] body = context.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        try {
            BodyForm.check(parse(body), context.getType());
            context.setInputStream(new ByteArrayInputStream(body));
            return context.proceed();
        } catch (InvalidRequestException e) {
            throw new BadRequestException(e);
        } catch (JsonbException | ProcessingException e) {
            throw new BadRequestException(new InvalidRequestException("invalid-request"));
        }
    }

    private static JsonValue parse(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readValue();
        } catch (JsonException e) {
            throw new InvalidRequestException("invalid-request.body");
        }
    }
}
