package org.carme.agentlistener;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.carme.agents.BootstrapService;
import org.carme.agents.ReportService;
import org.carme.common.CarmeException;

/** The two calls of the agent protocol, and for everything else a refusal. */
final class AgentEndpoint implements TlsServer.Endpoint {
    static final String BOOTSTRAP_PATH = "/api/v1/agent/bootstrap";
    static final String REPORTS_PATH = "/api/v1/agent/reports";

    private static final Logger LOG = System.getLogger(AgentEndpoint.class.getName());
    private static final String BEARER = "Bearer ";

    private final BootstrapService bootstraps;
    private final ReportService reports;

    AgentEndpoint(BootstrapService bootstraps, ReportService reports) {
        this.bootstraps = bootstraps;
        this.reports = reports;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        boolean bootstrap = request.path().equals(BOOTSTRAP_PATH);
        if (!bootstrap && !request.path().equals(REPORTS_PATH)) {
            return HttpAnswer.problem(404, "not-found");
        }
        if (!request.method().equals("POST")) {
            return HttpAnswer.problem(405, "invalid-request");
        }
        try {
            AgentMessage message = AgentMessage.parse(request.body());
            return HttpAnswer.ok(bootstrap ? bootstrap(message) : report(message, request));
        } catch (CarmeException e) {
            return refusal(e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A job agent gets no answer", e);
            return HttpAnswer.problem(500, "internal-error");
        }
    }

    private JsonObject bootstrap(AgentMessage message) {
        return AgentAnswers.of(bootstraps.bootstrap(message.bootstrapRequest()));
    }

    private JsonObject report(AgentMessage message, HttpRequest request) {
        Optional<String> token = request.header("authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()));
        return AgentAnswers.of(reports.report(token.orElse(""), message.report()));
    }

    private static HttpAnswer refusal(CarmeException refusal) {
        String code = refusal.code().code();
        return switch (refusal.code()) {
            case INVALID_REQUEST -> HttpAnswer.problem(400, code);
            case UNAUTHENTICATED -> HttpAnswer.problem(401, code);
            case BOOTSTRAP_REFUSED -> {
                LOG.log(Level.WARNING, "A job agent is refused: {0}", refusal.getMessage());
                yield HttpAnswer.problem(403, code);
            }
            case PROTOCOL_UNSUPPORTED ->
                new HttpAnswer(
                        426,
                        HttpAnswer.problemBody(426, code)
                                .add("supported", Json.createArrayBuilder().add(AgentMessage.PROTOCOL))
                                .build());
            case CLUSTER_UNAVAILABLE -> HttpAnswer.problem(503, code);
            default -> HttpAnswer.problem(500, code);
        };
    }
}
