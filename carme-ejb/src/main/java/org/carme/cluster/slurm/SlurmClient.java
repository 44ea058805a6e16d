package org.carme.cluster.slurm;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;

/**
 * Asks the server as long as it answers, and fails at once while it does not. The accounting has a breaker of its own:
 * without its database jobs start and end as ever.
 */
final class SlurmClient implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SlurmClient.class.getName());

    private static final Duration FIRST_ANSWER = Duration.ofSeconds(5);

    private final SlurmServer server;
    private final CircuitBreaker controller;
    private final CircuitBreaker accounting;

    SlurmClient(SlurmServer server, Clock clock) {
        this.server = server;
        this.controller = CircuitBreaker.untried(clock, FIRST_ANSWER);
        this.accounting = CircuitBreaker.closed(clock);
    }

    static SlurmClient of(SlurmConfig config, Clock clock) {
        SlurmHttp http = new SlurmHttp(config, new Tokens(config, clock));
        return new SlurmClient(new SlurmServer(config, http), clock);
    }

    /**
     * Looks who is there, once at the start. A server that is away only gets a warning.
     *
     * @throws IllegalStateException if the server speaks none of our versions
     */
    void greet() {
        try {
            if (server.offered().isEmpty()) {
                throw new IllegalStateException(server.foreign());
            }
        } catch (SchedulerException e) {
            LOG.log(Level.WARNING, "Slurm cannot be used yet: {0}", e.getMessage());
        }
    }

    /**
     * @param call makes the request for the version that the server speaks
     * @throws SchedulerException for every answer that is neither a success nor among the expected problems
     */
    Answer call(Function<ApiVersion, Request> call) {
        if (controller.mustTry()) {
            tryAgain();
        }
        if (!server.isForAccounting(call)) {
            return ask(controller, call);
        }
        accounting.mustTry();
        return ask(accounting, call);
    }

    /** Asks past the breakers, which neither stop it nor learn from it. */
    Answer askAnyway(Function<ApiVersion, Request> call) {
        return server.ask(call);
    }

    /** @return what is spoken with the server, which has just given a sign of life, whatever is behind it */
    ApiVersion version() {
        return server.version();
    }

    /** The server may have been replaced while it was away, so that its version is asked for again. */
    private void tryAgain() {
        try {
            server.choose();
            controller.succeeded();
        } catch (SchedulerException e) {
            controller.failed(e);
            throw SchedulerException.notSent(e.kind(), e.getMessage(), e);
        }
    }

    private Answer ask(CircuitBreaker breaker, Function<ApiVersion, Request> call) {
        try {
            Answer answer = server.ask(call);
            breaker.succeeded();
            return answer;
        } catch (SchedulerException e) {
            if (e.kind() == Kind.UNREACHABLE) {
                breaker.failed(e);
            } else {
                breaker.succeeded();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
