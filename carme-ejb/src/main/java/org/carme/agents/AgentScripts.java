package org.carme.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carme.agents.pki.CertificateAuthority;
import org.carme.common.Secrets;
import org.carme.health.Versions;
import org.carme.jobs.JobSummary;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the script with which a job starts its agents. What a user typed reaches it as values only, never as text. */
@ApplicationScoped
public class AgentScripts {
    /** Home is the node's word: without HOME a tilde stands for what its user table says. */
    private static final String SCRIPT = """
            #!/bin/bash
            set -u
            export HOME=~ SHELL="${SHELL:-/bin/bash}"
            logs="$HOME/.local/share/carme/job-log-dir"
            (umask 077 && mkdir -p -- "$logs" && : >"$logs/$SLURM_JOB_ID.out") && exec >"$logs/$SLURM_JOB_ID.out" 2>&1
            cd /
            if (( SLURM_NNODES > 1 )); then
                exec srun --quiet --overlap --kill-on-bad-exit=1 --cpu-bind=none --ntasks="$SLURM_NNODES" \\
                    --ntasks-per-node=1 --export=ALL /usr/bin/python3 -ISB "$CARME_AGENT_PROGRAM"
            fi
            exec /usr/bin/python3 -ISB "$CARME_AGENT_PROGRAM"
            """;

    @Inject
    AgentRecords records;

    @Inject
    CertificateAuthority authority;

    @Inject
    AgentSettings settings;

    @Inject
    @ConfigProperty(name = "carme.portal.url", defaultValue = "http://localhost:8080")
    String portal;

    /** Arms fresh secrets; those of an earlier attempt stay good, because that attempt may have arrived. */
    public PreparedScript prepare(JobSummary job) {
        List<String> secrets =
                Stream.generate(Secrets::random).limit(job.nodes()).toList();
        records.arm(job.id(), secrets.stream().map(Secrets::hash).toList());
        byte[] pinned = authority.pem().getBytes(StandardCharsets.US_ASCII);
        Map<String, String> environment = new HashMap<>(facts(job));
        environment.putAll(Map.of(
                "USER", job.owner(),
                "LOGNAME", job.owner(),
                "LANG", "C.UTF-8",
                "PATH", "/usr/local/bin:/usr/bin:/bin",
                "CARME_AGENT_URL", settings.url().toString(),
                "CARME_AGENT_CA", Base64.getEncoder().encodeToString(pinned),
                "CARME_AGENT_PROGRAM", settings.program(),
                "CARME_LOCAL_DISK", settings.disk(),
                "CARME_BOOTSTRAP", String.join(",", secrets)));
        return new PreparedScript(SCRIPT, environment);
    }

    /** What the portal knows of the job and its users' programs may want to; the agent adds what the node knows. */
    private Map<String, String> facts(JobSummary job) {
        return Map.of(
                "CARME_URL", portal,
                "CARME_VERSION", Versions.read().carme(),
                "CARME_JOB_KEY", job.key(),
                "CARME_JOB_NAME", job.name(),
                "CARME_JOB_PAGE", portal + "/job.xhtml?id=" + job.id(),
                "CARME_IMAGE_NAME", job.image(),
                "CARME_IMAGE", job.image() + (job.imageVersion().isEmpty() ? "" : ":" + job.imageVersion()),
                "CARME_TEMPLATE", job.template(),
                "CARME_PROJECT", job.project().orElse(""),
                "CARME_START_SSHD", settings.ssh().word());
    }
}
