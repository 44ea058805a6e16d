package org.carme.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;
import org.carme.common.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final byte[] KEY = {0, (byte) 0xff, 10, 13, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private Path file;
    private Tokens tokens;

    @BeforeEach
    void writeKey() throws IOException {
        file = folder.resolve("slurm.key");
        Files.write(file, KEY);
        URI url = URI.create("http://localhost:6820");
        tokens = new Tokens(new SlurmConfig(url, file, "carme", Duration.ofSeconds(5), Set.of("root", "slurm")), clock);
    }

    @Test
    void namesTheUserForLessThanFiveMinutes() {
        JsonObject claims = part(tokens.forUser("anna.lena"), 1);

        long now = clock.instant().getEpochSecond();
        assertThat(claims.keySet()).containsExactlyInAnyOrder("exp", "iat", "sun");
        assertThat(claims.getString("sun")).isEqualTo("anna.lena");
        assertThat(claims.getInt("iat")).isEqualTo(now);
        assertThat((long) claims.getInt("exp")).isBetween(now + 60, now + 299);
        assertThat(part(tokens.forUser("alice"), 0).getString("alg")).isEqualTo("HS256");
    }

    @Test
    void signsWithTheRawKey() throws GeneralSecurityException {
        String token = tokens.forUser("alice");

        int end = token.lastIndexOf('.');
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        byte[] expected = mac.doFinal(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        assertThat(Base64.getUrlDecoder().decode(token.substring(end + 1))).isEqualTo(expected);
        assertThat(token).doesNotContain("=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "Root", "slurm", "SLURM", "", "1000", "a b", "x\",\"sun\":\"root", "alice\n"})
    void makesNoneForOthers(String name) {
        SchedulerException refused = catchThrowableOfType(SchedulerException.class, () -> tokens.forUser(name));
        assertThat(refused.kind()).isEqualTo(Kind.NOT_PERMITTED);
    }

    @Test
    void usesANewKeyAtOnce() throws IOException {
        String before = tokens.forUser("alice");
        Files.write(file, new byte[32]);
        assertThat(tokens.forUser("alice")).isNotEqualTo(before);
        Files.delete(file);
        SchedulerException gone = catchThrowableOfType(SchedulerException.class, () -> tokens.forUser("alice"));
        assertThat(gone.kind()).isEqualTo(Kind.BAD_TOKEN);
    }

    private static JsonObject part(String token, int index) {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.")[index]);
        return Json.createReader(new StringReader(new String(json, StandardCharsets.US_ASCII)))
                .readObject();
    }
}
