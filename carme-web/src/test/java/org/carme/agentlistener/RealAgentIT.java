package org.carme.agentlistener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import org.carme.agents.AgentUnreachableException;
import org.carme.agents.Route;
import org.carme.agents.ServiceRoute;
import org.carme.agents.TestAgents;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job script with the real agent on this machine, against the real listener: only the scheduler is missing. */
class RealAgentIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ECHO = """
            {"name": "echo", "title": "Echo", "icon": "pi-book",
             "command": ["python3", "{dir}/echo.py", "{socket}"],
             "files": {"echo.py": "import socketserver, http.server, sys\\nclass H(http.server.BaseHTTPRequestHandler):\\n def do_GET(self):\\n  self.send_response(200)\\n  self.end_headers()\\n  self.wfile.write((self.path + ' ' + str(self.headers['X-Secret'] == '{secret}')).encode())\\n def address_string(self):\\n  return ''\\nsocketserver.UnixStreamServer(sys.argv[1], H).serve_forever()\\n"},
             "listen": "unix", "readiness": "ready", "basePath": "keep",
             "secret": {"header": "X-Secret", "value": "{secret}"}, "needs": ["python3"]}
            """;

    @TempDir
    Path folder;

    private RunningListener listener;
    private TestAgents agents;
    private Optional<Process> process = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        Path declarations = Files.createDirectory(folder.resolve("entry-points"));
        Files.writeString(declarations.resolve("echo.json"), ECHO);
        listen();
    }

    private void listen() throws IOException {
        Path declarations = folder.resolve("entry-points");
        listener = new RunningListener(declarations, new TlsServer.Limits(4, 8, 8, Duration.ofSeconds(5)));
        agents = listener.agents();
        agents.nodeAt("127.0.0.1");
    }

    @AfterEach
    void close() throws InterruptedException {
        stopAgent();
        listener.close();
    }

    @Test
    void bringsAServiceToTheGateway() throws IOException {
        JobSummary job = agents.submitted(1);
        startAgent(job);
        agents.start(job, "node01");

        Route route = readyRoute(job);

        assertThat(agents.state(job)).isEqualTo(JobState.RUNNING);
        assertThat(route.address()).isEqualTo("127.0.0.1");
        String path = "/entry/" + job.key() + "/echo/hello";
        assertThat(get(route, path)).contains(" 200 ").endsWith(path + " True");
    }

    @Test
    void startsAndRestartsAServiceByAnOrder() throws IOException {
        Files.writeString(
                folder.resolve("entry-points/echo.json"),
                ECHO.replace("\"needs\"", "\"start\": \"on-demand\", \"needs\""));
        listener.close();
        listen();
        JobSummary job = agents.submitted(1);
        startAgent(job);
        agents.start(job, "node01");
        Route idle = await(() -> agents.routes()
                .find(job.key())
                .filter(route -> route.services().get("echo").idle()));
        assertThat(agents.state(job)).isEqualTo(JobState.RUNNING);

        agents.orders().start(idle, "echo");
        String path = "/entry/" + job.key() + "/echo/hello";
        String first = get(readyRoute(job), path);
        agents.orders().restart(idle, "echo");
        await(() -> agents.routes()
                .find(job.key())
                .filter(route -> !route.services().get("echo").ready()));

        assertThat(first).endsWith(path + " True");
        assertThat(get(readyRoute(job), path)).endsWith(path + " True");
        assertThatThrownBy(() -> agents.orders().start(idle, "other")).isInstanceOf(AgentUnreachableException.class);
    }

    @Test
    void startsAnewWithTheSameEnvironmentWhenItsJobIsRequeued() throws IOException, InterruptedException {
        JobSummary job = agents.submitted(1);
        agents.start(job, "node01");
        startAgent(job);
        Route first = readyRoute(job);
        stopAgent();

        agents.requeued(job, "node01");
        startAgent(job);

        await(() -> agents.routes().find(job.key()).filter(route -> route.port() != first.port()));
        assertThat(get(readyRoute(job), "/entry/" + job.key() + "/echo/again")).endsWith("/again True");
    }

    private Route readyRoute(JobSummary job) {
        return await(() -> agents.routes()
                .find(job.key())
                .filter(route -> route.services().values().stream().allMatch(ServiceRoute::ready)));
    }

    /** As the gateway does it. */
    private String get(Route route, String path) throws IOException {
        ServiceRoute service = route.services().get("echo");
        String header = service.secret()
                .map(secret -> secret.name() + ": " + secret.value())
                .orElseThrow();
        Socket plain = new Socket(route.address(), route.port());
        try (SSLSocket socket = agents.gatewayTls().over(plain, route.jobKey(), "echo")) {
            String request = "GET " + path + " HTTP/1.0\r\n" + header + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** Runs the script as the scheduler does: with the environment it was given, and its own variables. */
    private void startAgent(JobSummary job) throws IOException {
        Path script = Files.writeString(folder.resolve("script"), agents.script(job));
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", script.toString());
        builder.environment().clear();
        builder.environment().putAll(agents.environment(job));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("SLURM_JOB_ID", TestAgents.schedulerId(job));
        builder.environment().put("SLURM_NNODES", "1");
        builder.environment().put("SLURM_NODEID", "0");
        builder.environment().put("SLURMD_NODENAME", "node01");
        process = Optional.of(builder.start());
    }

    private void stopAgent() throws InterruptedException {
        if (process.isPresent()) {
            process.get().destroy();
            assertThat(process.get().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    private <T> T await(Supplier<Optional<T>> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<T> found = wanted.get();
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new AssertionError("Not seen in " + PATIENCE + "; the agent's log: " + log());
    }

    private String log() {
        try {
            Path log = folder.resolve(".local/share/carme/job-log-dir/1.out");
            return Files.exists(log) ? Files.readString(log) : "none";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
