package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python package as pip gets it from the portal, and the portal as it sees it. */
class PythonIT {
    private static final String PROGRAM = """
            import carme
            portal = carme.connect()
            print(portal.me()["user"])
            try:
                portal.start("GPU", "base", accelerators=99, accelerator_type="a100")
            except carme.Refused as refusal:
                print(refusal.status, refusal.code)
            with portal.start("CPU", "base", name="from python", minutes=10) as job:
                print([known.id for known in portal.jobs()] == [job.id])
                print(job.wait_until_ready(timeout=90).link("terminal").startswith("http"))
            print(job.wait_until_over(timeout=60).outcome)
            print(next(portal.ended_jobs()).id == job.id)
            """;

    private final Api alice = Api.as("alice");

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() {
        Portal.up();
        alice.endAll();
    }

    @AfterEach
    void endAll() {
        alice.endAll();
    }

    @Test
    void startsAndStopsJobsByTheApi() {
        install();
        Map<String, String> environment =
                Map.of("PYTHONPATH", folder.toString(), "CARME_URL", Api.PORTAL, "CARME_TOKEN", alice.token());

        String said = Command.run(environment, "/usr/bin/python3", "-B", "-c", PROGRAM);

        assertThat(said.lines()).containsExactly("alice", "422 invalid-request", "True", "True", "cancelled", "True");
    }

    /** Nobody has to log in for it. What the index says of the file's contents, pip compares. */
    private void install() {
        Map<String, String> environment = Map.of("PIP_CONFIG_FILE", "/dev/null", "no_proxy", "localhost");
        Command.run(
                environment,
                "/usr/bin/python3",
                "-m",
                "pip",
                "install",
                "--no-cache-dir",
                "--disable-pip-version-check",
                "--target",
                folder.toString(),
                "--index-url",
                Api.PORTAL + "/python/simple/",
                "carme");
    }
}
