package org.carme.agentlistener;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carme.agents.AgentSettings;
import org.carme.agents.BootstrapRefusedException;
import org.carme.agents.BootstrapRequest;
import org.carme.agents.BootstrapService;
import org.carme.agents.HomeDays;
import org.carme.agents.ReportService;
import org.carme.agents.TokenRefusedException;
import org.carme.agents.WishService;
import org.carme.common.CarmeException;
import org.carme.texts.ErrorTexts;

/** The calls of the agent protocol, and for everything else a refusal. */
@Dependent
final class AgentEndpoint implements TlsServer.Endpoint {
    static final String BOOTSTRAP_PATH = "/api/v1/agent/bootstrap";
    static final String REPORTS_PATH = "/api/v1/agent/reports";
    static final String CONTENTS_PATH = "/api/v1/agent/contents";
    static final String WISHES_PATH = "/api/v1/agent/wishes";

    private static final Logger LOG = System.getLogger(AgentEndpoint.class.getName());
    private static final String BEARER = "Bearer ";
    private static final Map<String, String> METHODS =
            Map.of(BOOTSTRAP_PATH, "POST", REPORTS_PATH, "POST", CONTENTS_PATH, "PUT", WISHES_PATH, "POST");

    private final BootstrapService bootstraps;
    private final ReportService reports;
    private final WishService wishes;
    private final HomeDays homeDays;
    private final ErrorTexts texts;
    private final AtomicBoolean failing = new AtomicBoolean();

    @Inject
    AgentEndpoint(
            BootstrapService bootstraps,
            ReportService reports,
            WishService wishes,
            AgentSettings settings,
            ErrorTexts texts) {
        this.bootstraps = bootstraps;
        this.reports = reports;
        this.wishes = wishes;
        this.homeDays = settings.homeDays();
        this.texts = texts;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) throws UnacceptableRequestException {
        String method = METHODS.get(request.path());
        if (method == null) {
            return HttpAnswer.problem(404, "not-found");
        }
        if (!request.method().equals(method)) {
            return HttpAnswer.problem(405, "invalid-request");
        }
        try {
            HttpAnswer answer = good(request);
            failing.set(false);
            return answer;
        } catch (CarmeException e) {
            return refusal(e);
        } catch (RuntimeException e) {
            note(e);
            return HttpAnswer.problem(500, "internal-error");
        }
    }

    private HttpAnswer good(HttpRequest request) throws UnacceptableRequestException {
        return switch (request.path()) {
            case CONTENTS_PATH -> contents(request);
            case REPORTS_PATH -> report(AgentMessage.parse(request.text()), request);
            case WISHES_PATH -> wish(AgentMessage.parse(request.text()), request);
            default -> bootstrap(AgentMessage.parse(request.text()));
        };
    }

    private HttpAnswer contents(HttpRequest request) {
        reports.contents(token(request), request.bytes());
        return HttpAnswer.ok(JsonValue.EMPTY_JSON_OBJECT);
    }

    private HttpAnswer bootstrap(AgentMessage message) {
        BootstrapRequest request = message.bootstrapRequest();
        try {
            return HttpAnswer.ok(AgentAnswers.of(bootstraps.bootstrap(request), homeDays));
        } catch (BootstrapRefusedException e) {
            LOG.log(Level.WARNING, "The agent of {0} is refused: {1}", request, e.getMessage());
            return refusal(e);
        }
    }

    private HttpAnswer report(AgentMessage message, HttpRequest request) {
        return HttpAnswer.ok(AgentAnswers.of(reports.report(token(request), message.report())));
    }

    private HttpAnswer wish(AgentMessage message, HttpRequest request) {
        String token = token(request);
        try {
            return HttpAnswer.ok(AgentAnswers.of(wishes.fulfil(token, message.wish())));
        } catch (TokenRefusedException e) {
            return refusal(e);
        } catch (CarmeException e) {
            // Somebody reads it in a terminal, whose language is not known.
            return refusal(e, texts.text(e, Locale.ENGLISH));
        }
    }

    private static String token(HttpRequest request) {
        return request.header("authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()))
                .orElse("");
    }

    private static HttpAnswer refusal(CarmeException refusal) {
        String code = refusal.code().code();
        return switch (refusal.code()) {
            case INVALID_REQUEST -> HttpAnswer.problem(400, code);
            case UNAUTHENTICATED -> HttpAnswer.problem(401, code);
            case BOOTSTRAP_REFUSED -> HttpAnswer.problem(403, code);
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

    private static HttpAnswer refusal(CarmeException refusal, String detail) {
        int status = switch (refusal.code()) {
            case INVALID_REQUEST -> 400;
            case TOO_OFTEN -> 429;
            case CLUSTER_UNAVAILABLE, DATABASE_UNAVAILABLE, DIRECTORY_UNAVAILABLE -> 503;
            default -> 409;
        };
        String code = refusal.code().code();
        return new HttpAnswer(
                status,
                HttpAnswer.problemBody(status, code).add("detail", detail).build());
    }

    /** Once: while the database is away every agent comes back every few seconds. */
    private void note(RuntimeException defect) {
        if (!failing.getAndSet(true)) {
            LOG.log(Level.ERROR, "Job agents get no answer at present", defect);
        }
    }
}
