package org.carme.agentlistener;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carme.agents.AgentReport;
import org.carme.agents.AgentWish;
import org.carme.agents.BootstrapRequest;
import org.carme.agents.ServiceReport;
import org.carme.agents.ServiceState;
import org.carme.agents.SshServer;
import org.carme.common.InvalidRequestException;

/** What an agent sends: JSON from a process of a user's, so nothing in it can be relied on. */
final class AgentMessage {
    static final int PROTOCOL = 1;

    private static final Pattern SECRET = Pattern.compile("[!-~]{1,200}");
    private static final Pattern SCHEDULER_ID = Pattern.compile("[0-9A-Za-z_.+-]{1,32}");
    private static final Pattern NODE = Pattern.compile("[0-9A-Za-z_.-]{1,255}");
    private static final Pattern WISH = Pattern.compile("[a-z]{1,32}");
    private static final Pattern ANYTHING = Pattern.compile("(?s).*");
    private static final int MOST_SERVICES = 100;

    private final JsonObject json;

    private AgentMessage(JsonObject json) {
        this.json = json;
    }

    /**
     * The message in a request's body.
     *
     * @throws InvalidRequestException if it is no JSON object
     * @throws ProtocolUnsupportedException if it is of a version that is not known here
     */
    static AgentMessage parse(String body) {
        AgentMessage message = new AgentMessage(object(body));
        int version = (int) message.number("protocol", Integer.MAX_VALUE);
        if (version != PROTOCOL) {
            throw new ProtocolUnsupportedException(version);
        }
        return message;
    }

    private static JsonObject object(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            // more than JsonException: the parser has no type of its own for what is nested too deeply
            throw AgentReport.invalid("json");
        }
    }

    BootstrapRequest bootstrapRequest() {
        return new BootstrapRequest(
                text("secret", SECRET),
                text("slurmJobId", SCHEDULER_ID),
                text("node", NODE),
                json.getBoolean("images", false),
                json.getBoolean("tasks", false),
                json.getBoolean("hiddenHomes", false));
    }

    AgentReport report() {
        Optional<Integer> port =
                isAbsent("port") ? Optional.empty() : Optional.of((int) number("port", Integer.MAX_VALUE));
        ReportedUse use = new ReportedUse(json);
        return new AgentReport(
                number("sequence", Long.MAX_VALUE),
                port,
                services(),
                ssh(),
                use.claim(),
                use.idleSeconds(),
                use.log(),
                StagingWords.claim(json),
                TaskWords.read(json));
    }

    AgentWish wish() {
        return switch (text("wish", WISH)) {
            case "notify" -> new AgentWish(AgentWish.Kind.NOTIFY, text("text", ANYTHING), 0);
            case "extend" -> new AgentWish(AgentWish.Kind.EXTEND, "", (int) number("minutes", Integer.MAX_VALUE));
            case "stop" -> new AgentWish(AgentWish.Kind.STOP, "", 0);
            case "info" -> new AgentWish(AgentWish.Kind.INFO, "", 0);
            default -> throw AgentReport.invalid("wish");
        };
    }

    /** What makes no sense is as if it had not been said. */
    private Optional<SshServer> ssh() {
        return json.get("ssh") instanceof JsonObject ssh
                        && ssh.get("port") instanceof JsonNumber port
                        && ssh.get("key") instanceof JsonString key
                ? SshServer.of(port.longValue(), key.getString())
                : Optional.empty();
    }

    private List<ServiceReport> services() {
        if (isAbsent("services")) {
            return List.of();
        }
        if (!(json.get("services") instanceof JsonArray services) || services.size() > MOST_SERVICES) {
            throw AgentReport.invalid("services");
        }
        return services.stream().map(AgentMessage::service).toList();
    }

    private static ServiceReport service(JsonValue value) {
        if (value instanceof JsonObject service
                && service.get("name") instanceof JsonString name
                && service.get("state") instanceof JsonString state) {
            String detail = service.get("detail") instanceof JsonString text ? text.getString() : "";
            return new ServiceReport(name.getString(), state(state.getString()), detail);
        }
        throw AgentReport.invalid("services");
    }

    private static ServiceState state(String word) {
        return switch (word) {
            case "starting" -> ServiceState.STARTING;
            case "ready" -> ServiceState.READY;
            case "failed" -> ServiceState.FAILED;
            case "idle" -> ServiceState.IDLE;
            case "absent" -> ServiceState.ABSENT;
            default -> throw AgentReport.invalid("services");
        };
    }

    private String text(String key, Pattern pattern) {
        if (json.get(key) instanceof JsonString text
                && pattern.matcher(text.getString()).matches()) {
            return text.getString();
        }
        throw AgentReport.invalid(key);
    }

    private long number(String key, long most) {
        try {
            if (json.get(key) instanceof JsonNumber number
                    && number.longValueExact() <= most
                    && number.longValueExact() >= 0) {
                return number.longValueExact();
            }
        } catch (ArithmeticException e) {
            throw AgentReport.invalid(key);
        }
        throw AgentReport.invalid(key);
    }

    private boolean isAbsent(String key) {
        return json.getOrDefault(key, JsonValue.NULL) == JsonValue.NULL;
    }
}
