package org.carme.cluster.slurm;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.cluster.slurm.AnswerReader.Items;

/** One slurmrestd, spoken to in the version that it offers; its failures are told apart whatever that version answers. */
final class SlurmServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SlurmServer.class.getName());

    private final SlurmHttp http;
    private final String url;
    private final String user;
    private volatile ApiVersion version = ApiVersion.V38;

    SlurmServer(SlurmConfig config, SlurmHttp http) {
        this.http = http;
        this.url = config.url().toString();
        this.user = config.user();
    }

    /** Asks which version the server speaks; its answer shows at the same time that the controller is there. */
    void choose() {
        ApiVersion offered = offered().orElseThrow(() -> SlurmErrors.unreachable(foreign(), null));
        if (offered != version) {
            LOG.log(Level.INFO, "slurmrestd at {0} is spoken to in {1}", url, offered.version());
        }
        version = offered;
    }

    /** @return empty if a living server speaks none of our versions */
    Optional<ApiVersion> offered() {
        for (ApiVersion candidate : ApiVersion.values()) {
            Answer answer = send(ping(candidate, user));
            if (!answer.isUnknownAddress()) {
                requireAlive(candidate, answer);
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Asks for an address that no version has: the server answers that alone. */
    ApiVersion version() {
        send(Request.get(user, "carme/", Items.NONE));
        return version;
    }

    String foreign() {
        return "slurmrestd at " + url + " speaks none of " + ApiVersion.all();
    }

    boolean isForAccounting(Function<ApiVersion, Request> call) {
        return call.apply(version).isAccounting();
    }

    /** @throws SchedulerException for every answer that is neither a success nor among the expected problems */
    Answer ask(Function<ApiVersion, Request> call) {
        Request request = call.apply(version);
        Answer answer = send(request);
        if (answer.isUnknownAddress()) {
            // Replaced by another version while nobody called; what it does not know it has not done.
            choose();
            request = call.apply(version);
            answer = send(request);
        }
        if (answer.isSuccess(request.expected())) {
            return answer;
        }
        throw SlurmErrors.mayBeBadToken(answer) ? explain(request, answer) : SlurmErrors.of(answer);
    }

    static Request ping(ApiVersion api, String user) {
        return Request.get(user, api.slurm("ping/"), Items.NONE);
    }

    /** The same token for a harmless question tells whether the token is to blame. */
    private SchedulerException explain(Request request, Answer answer) {
        boolean badToken = SlurmErrors.mayBeBadToken(send(ping(version, request.user())));
        return badToken ? badToken(answer) : SlurmErrors.of(answer);
    }

    private void requireAlive(ApiVersion api, Answer ping) {
        if (SlurmErrors.mayBeBadToken(ping)) {
            throw badToken(ping);
        }
        if (!ping.isSuccess(Set.of())) {
            throw SlurmErrors.of(ping);
        }
        if (ping.hasLivingController()) {
            return;
        }
        // Later versions also ping in our name and may only say that nobody answered; a read says why.
        Answer read = send(Request.get(user, api.slurm("partitions/"), Items.NONE));
        throw read.isSuccess(Set.of())
                ? SlurmErrors.unreachable("slurmctld does not answer", null)
                : SlurmErrors.of(read);
    }

    private static SchedulerException badToken(Answer answer) {
        String words = SlurmErrors.of(answer).getMessage();
        return new SchedulerException(Kind.BAD_TOKEN, "Slurm does not accept our token: " + words, null);
    }

    private Answer send(Request request) {
        try {
            return http.send(request);
        } catch (ConnectException | UnknownHostException e) {
            throw SlurmErrors.notSent("slurmrestd at " + url + " cannot be reached: " + e.getMessage(), e);
        } catch (IOException e) {
            throw SlurmErrors.unreachable("slurmrestd at " + url + " does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
