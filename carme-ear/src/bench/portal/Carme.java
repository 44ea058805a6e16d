import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The portal as alice's programs see it. */
final class Carme {
    private static final String JSON = "application/json";
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    final String portal;
    final String password;
    private final Http api;

    Carme(String portal, String password) {
        this.portal = portal;
        this.password = password;
        String alice = Base64.getEncoder().encodeToString(("alice:" + password).getBytes(StandardCharsets.UTF_8));
        String made = new Http("Authorization", "Basic " + alice)
                .post(
                        portal + "/api/v1/tokens",
                        JSON,
                        "{\"name\":\"bench\",\"expiresInDays\":1,\"scopes\":[\"jobs:read\",\"jobs:write\"]}")
                .body();
        api = new Http("Authorization", "Bearer " + Http.find(made, "\"token\":\"([^\"]*)\""));
    }

    /** @return the job's id */
    String start(String template, String name) {
        var answer = api.post(
                portal + "/api/v1/jobs",
                JSON,
                "{\"template\":\"%s\",\"acceleratorType\":\"cpu\",\"acceleratorsPerNode\":0,\"nodes\":1,\"image\":\"base\",\"name\":\"%s\",\"timeLimitMinutes\":30}"
                        .formatted(template, name));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return Http.find(answer.body(), ID.pattern());
    }

    String job(String id) {
        return api.get(url(id)).body();
    }

    String ticket(String id, String entryPoint) {
        String answer = api.post(url(id) + "/entry-points/" + entryPoint + "/ticket", JSON, "{}")
                .body();
        return Http.find(answer, "\"url\":\"([^\"]*)\"");
    }

    void end(String id) {
        api.delete(url(id));
        Wait.until(() -> job(id).contains("\"state\":\"ended\""));
    }

    void endAll() {
        Set<String> asked = new HashSet<>();
        for (String body = active(); body.contains("\"id\":"); body = active()) {
            Matcher ids = ID.matcher(body);
            while (ids.find()) {
                if (asked.add(ids.group(1))) {
                    api.delete(url(ids.group(1)));
                }
            }
        }
    }

    private String active() {
        return api.get(portal + "/api/v1/jobs?limit=100").body();
    }

    private String url(String id) {
        return portal + "/api/v1/jobs/" + id;
    }
}
