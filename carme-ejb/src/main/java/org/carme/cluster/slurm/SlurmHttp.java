package org.carme.cluster.slurm;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Carries calls to slurmrestd, by Jersey over the JDK's connections, of which five stay open. Two habits of theirs would
 * hurt here and are off: redirects would carry the token elsewhere, and the JDK sends a POST again whose answer did
 * not come, unless its body is streamed with a length: a submission would run twice.
 */
final class SlurmHttp implements AutoCloseable {
    private static final String FOLLOW_REDIRECTS = "jersey.config.client.followRedirects";
    private static final String READ_TIMEOUT = "jersey.config.client.readTimeout";
    private static final String STREAM_BODIES = "jersey.config.client.httpUrlConnector.useFixedLengthStreaming";

    private static final long CONNECT_MILLIS = 1000;
    private static final int BULK_FACTOR = 6;
    private static final long LARGEST_ANSWER = 256L << 20;

    private final Client client;
    private final WebTarget root;
    private final Tokens tokens;
    private final Duration timeout;

    SlurmHttp(SlurmConfig config, Tokens tokens) {
        this.client = ClientBuilder.newBuilder()
                .connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                .readTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .property(FOLLOW_REDIRECTS, false)
                .property(STREAM_BODIES, true)
                .register(new ForgetsLength())
                .build();
        this.root = client.target(config.url());
        this.tokens = tokens;
        this.timeout = config.timeout();
    }

    /** The connector wants the length as a header to begin streaming, and complains when it is still there after that. */
    private static final class ForgetsLength implements WriterInterceptor {
        @Override
        public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
            context.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
            context.proceed();
        }
    }

    /**
     * A read is tried once more when its connection breaks before the answer begins: slurmrestd resets a fresh
     * connection now and then.
     */
    Answer send(Request request) throws IOException {
        long start = System.nanoTime();
        try (Response response = respond(request)) {
            return read(request, response, start);
        } catch (ProcessingException e) {
            throw cause(e);
        }
    }

    private Response respond(Request request) throws IOException {
        try {
            return invocation(request).invoke();
        } catch (ProcessingException e) {
            boolean broken = !(e.getCause() instanceof SocketTimeoutException)
                    && !(e.getCause() instanceof ConnectException)
                    && e.getCause() instanceof IOException;
            if (request.isRepeatable() && broken) {
                return invocation(request).invoke();
            }
            throw cause(e);
        }
    }

    private Invocation invocation(Request request) {
        WebTarget target = root.path(request.path());
        for (Map.Entry<String, String> parameter : request.query().entrySet()) {
            target = target.queryParam(parameter.getKey(), parameter.getValue());
        }
        Invocation.Builder builder = target.request(MediaType.APPLICATION_JSON_TYPE)
                .property(READ_TIMEOUT, (int) timeout(request).toMillis())
                .header("X-SLURM-USER-NAME", request.user())
                .header("X-SLURM-USER-TOKEN", tokens.forUser(request.user()));
        if (request.body().isEmpty()) {
            return builder.build(request.method());
        }
        byte[] body = request.body().get().getBytes(StandardCharsets.UTF_8);
        return builder.header(HttpHeaders.CONTENT_LENGTH, body.length)
                .build(request.method(), Entity.entity(body, MediaType.APPLICATION_JSON_TYPE));
    }

    private Answer read(Request request, Response response, long start) throws IOException {
        MediaType type = response.getMediaType();
        boolean json = type != null && type.getSubtype().equals("json");
        Fields top = Fields.NONE;
        if (json) {
            InputStream body = response.readEntity(InputStream.class);
            top = AnswerReader.read(
                    new BoundedInput(body, LARGEST_ANSWER, timeout(request).multipliedBy(2)), request.items());
        }
        return new Answer(response.getStatus(), json, top, Duration.ofNanos(System.nanoTime() - start));
    }

    private Duration timeout(Request request) {
        return request.bulk() ? timeout.multipliedBy(BULK_FACTOR) : timeout;
    }

    private static IOException cause(ProcessingException e) {
        return e.getCause() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
    }

    @Override
    public void close() {
        client.close();
    }
}
