package org.carme.agents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.carme.jobs.JobSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job script under a real bash. */
class AgentScriptsTest {
    private final TestAgents agents = AgentsIT.agents("10.77.1.0/24");

    @TempDir
    Path home;

    @AfterEach
    void close() {
        agents.close();
    }

    @Test
    void keepsWhatTheUserTypedOutOfTheScript() {
        JobSummary job = agents.submitted(1);
        PreparedScript prepared = agents.scripts().prepare(job);

        assertThat(prepared.script()).doesNotContain(job.name()).doesNotContain("alice");
        assertThat(prepared.environment())
                .containsEntry("CARME_JOB_NAME", job.name())
                .containsEntry("CARME_LOCAL_DISK", "/tmp");
        assertThat(prepared.toString()).doesNotContain(prepared.environment().get("CARME_BOOTSTRAP"));
    }

    @Test
    void givesEachNodeASecretOfItsOwn() {
        JobSummary job = agents.submitted(2);

        assertThat(agents.secret(job, 0)).hasSize(43).isNotEqualTo(agents.secret(job, 1));
    }

    @Test
    void pinsTheAuthority() {
        String pinned = agents.environment(agents.submitted(1)).get("CARME_AGENT_CA");

        assertThat(new String(Base64.getDecoder().decode(pinned), StandardCharsets.US_ASCII))
                .isEqualTo(agents.authority().pem());
    }

    @Test
    void startsTheAgentWithItsLogAtHome() throws IOException, InterruptedException {
        Path program =
                Files.writeString(home.resolve("agent"), "import os; print(os.getcwd(), os.environ['CARME_JOB_NAME'])");
        Map<String, String> environment = new HashMap<>(agents.environment(agents.submitted(1)));
        environment.put("CARME_AGENT_PROGRAM", program.toString());
        environment.put("HOME", home.toString());
        environment.put("SLURM_JOB_ID", "42");
        environment.put("SLURM_NNODES", "1");

        assertThat(run(environment)).isZero();

        Path log = home.resolve(".local/share/carme/job-log-dir/42.out");
        assertThat(log).hasContent("/ " + environment.get("CARME_JOB_NAME"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
                .isEqualTo("rw-------");
    }

    @Test
    void startsOneAgentPerNodeThroughTheScheduler() throws IOException, InterruptedException {
        Path srun = Files.writeString(home.resolve("srun"), "#!/bin/sh\necho srun \"$@\"\n");
        Files.setPosixFilePermissions(srun, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> environment = new HashMap<>(agents.environment(agents.submitted(2)));
        environment.put("PATH", home + ":" + environment.get("PATH"));
        environment.put("HOME", home.toString());
        environment.put("SLURM_JOB_ID", "42");
        environment.put("SLURM_NNODES", "2");

        assertThat(run(environment)).isZero();

        assertThat(home.resolve(".local/share/carme/job-log-dir/42.out"))
                .content()
                .startsWith(
                        "srun --quiet --overlap --kill-on-bad-exit=1 --cpu-bind=none --ntasks=2 --ntasks-per-node=1")
                .endsWith("/usr/bin/python3 -ISB /opt/carme/agent/carme-agent\n");
    }

    @Test
    void asksTheNodeForTheHomeOfItsUser() throws IOException, InterruptedException {
        Path noted = home.resolve("noted");
        Path mkdir = Files.writeString(home.resolve("mkdir"), "#!/bin/sh\necho $HOME >" + noted + "; exit 1\n");
        Files.setPosixFilePermissions(mkdir, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> environment = new HashMap<>(agents.environment(agents.submitted(1)));
        environment.put("CARME_AGENT_PROGRAM", "/dev/null");
        environment.put("PATH", home + ":" + environment.get("PATH"));
        environment.put("SLURM_JOB_ID", "42");
        environment.put("SLURM_NNODES", "1");

        assertThat(run(environment)).isZero();

        assertThat(noted).hasContent(System.getProperty("user.home"));
    }

    private int run(Map<String, String> environment) throws IOException, InterruptedException {
        Path script = Files.writeString(
                home.resolve("script"),
                agents.scripts().prepare(agents.submitted(1)).script());
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", script.toString());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
