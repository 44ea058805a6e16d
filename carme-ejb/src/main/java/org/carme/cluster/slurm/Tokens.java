package org.carme.cluster.slurm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.carme.cluster.ClusterUser;
import org.carme.cluster.SchedulerException;
import org.carme.cluster.SchedulerException.Kind;

/**
 * Makes the tokens that Slurm accepts: one per call, so that none is worth stealing and a new key is used at once.
 *
 * <p>No JWT library: what is needed is one MAC of the JDK over a fixed header and three claims. A library's risk lies in
 * reading tokens of others, which never happens here, and each brings a JSON library with it.
 */
final class Tokens {
    /** Slurm's clock may differ from ours by some minutes, and nothing but a running call needs the token. */
    static final Duration LIFETIME = Duration.ofMinutes(4);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

    private final SlurmConfig config;
    private final Clock clock;

    Tokens(SlurmConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** @throws SchedulerException NOT_PERMITTED for root, Slurm's own user and impossible names */
    String forUser(String name) {
        if (!ClusterUser.isUserName(name) || config.refusedUsers().contains(name.toLowerCase(Locale.ROOT))) {
            throw new SchedulerException(Kind.NOT_PERMITTED, "No token is made for this user", null);
        }
        Instant now = clock.instant();
        // The name needs no escaping: it has passed ClusterUser's pattern.
        String claims = "{\"exp\":%d,\"iat\":%d,\"sun\":\"%s\"}"
                .formatted(now.plus(LIFETIME).getEpochSecond(), now.getEpochSecond(), name);
        String content = HEADER + '.' + encode(claims);
        return content + '.' + signature(content);
    }

    private String signature(String content) {
        byte[] key = key();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return encode(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] key() {
        try {
            return Files.readAllBytes(config.keyFile());
        } catch (IOException e) {
            throw new SchedulerException(Kind.BAD_TOKEN, "Cannot read the key of " + SlurmConfig.KEY_FILE, e);
        }
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
