package org.carme.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;

class MasterSecretTest {
    private static final byte[] PLAIN = "a key".getBytes(StandardCharsets.UTF_8);

    private final MasterSecret secret = new MasterSecret(bytes(1));

    @Test
    void derivesTheSameKeyForTheSamePurposeAlone() {
        assertThat(secret.derive("service", "job", "jupyter"))
                .hasSize(32)
                .isEqualTo(new MasterSecret(bytes(1)).derive("service", "job", "jupyter"))
                .isNotEqualTo(secret.derive("service", "job", "terminal"))
                .isNotEqualTo(secret.derive("service", "jobj", "upyter"))
                .isNotEqualTo(new MasterSecret(bytes(2)).derive("service", "job", "jupyter"));
    }

    @Test
    void refusesAContextThatCouldBeTakenForAnother() {
        assertThatThrownBy(() -> secret.derive("service", "job\0jupyter")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void opensWhatItSealed() throws AEADBadTagException {
        assertThat(secret.open("key", secret.seal("key", PLAIN))).isEqualTo(PLAIN);
        assertThat(secret.seal("key", PLAIN)).isNotEqualTo(secret.seal("key", PLAIN));
    }

    @Test
    void opensNothingElse() {
        byte[] sealed = secret.seal("key", PLAIN);
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> secret.open("other", sealed)).isInstanceOf(AEADBadTagException.class);
        assertThatThrownBy(() -> secret.open("key", changed)).isInstanceOf(AEADBadTagException.class);
        assertThatThrownBy(() -> new MasterSecret(bytes(2)).open("key", sealed))
                .isInstanceOf(AEADBadTagException.class);
    }

    private static byte[] bytes(int first) {
        byte[] bytes = new byte[MasterSecret.LENGTH];
        bytes[0] = (byte) first;
        return bytes;
    }
}
