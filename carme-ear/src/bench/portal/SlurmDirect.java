import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Alice's own way to slurmrestd, with nothing of Carme between. */
final class SlurmDirect {
    private final String root;
    private final Http slurm;

    SlurmDirect(String url, String token) {
        root = url + "/slurm/v0.0.38";
        slurm = new Http("X-SLURM-USER-NAME", "alice", "X-SLURM-USER-TOKEN", token);
    }

    /** @return the job's id */
    String submit(String name, String partition, String script) {
        String job =
                "{\"job\":{\"name\":\"%s\",\"partition\":\"%s\",\"account\":\"lab\",\"nodes\":1,\"current_working_directory\":\"/tmp\",\"environment\":{\"PATH\":\"/usr/bin:/bin\",\"HOME\":\"/home/alice\"},\"standard_output\":\"/dev/null\",\"standard_error\":\"/dev/null\"},\"script\":\"%s\"}"
                        .formatted(name, partition, script.replace("\n", "\\n"));
        return Http.find(slurm.post(root + "/job/submit", "application/json", job).body(), "\"job_id\":\\s*(\\d+)");
    }

    boolean isRunning(String id) {
        return job(id).contains("\"job_state\": \"RUNNING\"");
    }

    void end(String id) {
        slurm.delete(root + "/job/" + id);
        Wait.until(() -> !job(id).matches("(?s).*\"job_state\": \"(RUNNING|COMPLETING)\".*"));
    }

    void endAll() {
        Matcher left = Pattern.compile("\"job_id\":\\s*(\\d+)[^}]*?\"job_state\":\\s*\"PENDING\"")
                .matcher(slurm.get(root + "/jobs").body());
        while (left.find()) {
            slurm.delete(root + "/job/" + left.group(1));
        }
    }

    private String job(String id) {
        return slurm.get(root + "/job/" + id).body();
    }
}
