import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** The portal as the administrator's programs see it. */
final class Admin {
    private static final String JSON = "application/json";
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(9);
    private static final long PAUSE_MILLIS = 50;

    private final String batch;
    private final Http api;

    Admin(String portal, String password) {
        batch = portal + "/api/v1/admin/batch/";
        String name = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        String made = new Http("Authorization", "Basic " + name)
                .post(
                        portal + "/api/v1/tokens",
                        JSON,
                        "{\"name\":\"bench\",\"expiresInDays\":1,\"scopes\":[\"jobs:read\",\"jobs:write\",\"admin\"]}")
                .body();
        api = new Http("Authorization", "Bearer " + Http.find(made, "\"token\":\"([^\"]*)\""));
    }

    /**
     * Runs a batch job, once the clock's own run of it is over.
     *
     * @return how many milliseconds it took
     */
    long run(String job) throws InterruptedException {
        long patience = System.nanoTime() + PATIENCE;
        HttpResponse<String> answer = start(job);
        while (answer.statusCode() == 409) {
            pause(patience);
            answer = start(job);
        }
        long begin = System.nanoTime();
        String address = batch + "executions/" + Http.find(answer.body(), "\"id\":(\\d+)");
        String status = status(api.get(address));
        while (status.equals("running")) {
            pause(patience);
            status = status(api.get(address));
        }
        if (!status.equals("completed")) {
            throw new IllegalStateException(job + ": " + status);
        }
        return Wait.millisSince(begin);
    }

    private HttpResponse<String> start(String job) {
        return api.post(batch + "jobs/" + job + "/executions", JSON, "{}");
    }

    private static String status(HttpResponse<String> execution) {
        return Http.find(execution.body(), "\"status\":\"([a-z]+)\"");
    }

    private static void pause(long patience) throws InterruptedException {
        if (System.nanoTime() > patience) {
            throw new IllegalStateException("waited in vain");
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
}
