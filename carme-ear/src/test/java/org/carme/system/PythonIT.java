package org.carme.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python package as people get it from the portal, and the portal as it sees it. */
class PythonIT {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"#]+)#sha256=([0-9a-f]{64})\"");
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
    void startsAndStopsJobsByTheApi() throws IOException, GeneralSecurityException {
        Map<String, String> environment =
                Map.of("PYTHONPATH", wheel().toString(), "CARME_URL", Api.PORTAL, "CARME_TOKEN", alice.token());

        String said = Command.run(environment, "/usr/bin/python3", "-B", "-c", PROGRAM);

        assertThat(said.lines()).containsExactly("alice", "422 invalid-request", "True", "True", "cancelled", "True");
    }

    /** Nobody has to log in for it. */
    private Path wheel() throws IOException, GeneralSecurityException {
        URI index = URI.create(Api.PORTAL + "/python/simple/carme/");
        Matcher link = LINK.matcher(new String(read(index), StandardCharsets.UTF_8));
        assertThat(link.find()).isTrue();
        URI file = index.resolve(link.group(1));
        byte[] content = read(file);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                .isEqualTo(link.group(2));
        return Files.write(folder.resolve(Path.of(file.getPath()).getFileName()), content);
    }

    private static byte[] read(URI address) throws IOException {
        try (InputStream content = address.toURL().openStream()) {
            return content.readAllBytes();
        }
    }
}
