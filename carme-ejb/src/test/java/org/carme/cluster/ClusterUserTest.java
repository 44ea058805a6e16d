package org.carme.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterUserTest {
    @ParameterizedTest
    @ValueSource(strings = {"alice", "a", "_svc", "anna.lena", "user-7", "ITWM_x"})
    void acceptsUnixNames(String name) {
        assertThat(ClusterUser.of(name, 7001)).contains(new ClusterUser(name, 7001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "root", "Root", "7001", "-x", "a b", "a\nb", "a\"b", "äh", "x'", "a:b", "alice\n"})
    void refusesRootAndImpossibleNames(String name) {
        assertThat(ClusterUser.of(name, 7001)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "999", "65534", "4294967294", "4294967295"})
    void refusesSystemAccounts(long uid) {
        assertThat(ClusterUser.of("alice", uid)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new ClusterUser("alice", uid));
    }

    @Test
    void acceptsTheFirstOrdinaryUid() {
        assertThat(ClusterUser.of("alice", 1000)).isPresent();
    }

    @Test
    void refusesNamesThatAreTooLong() {
        assertThat(ClusterUser.of("a".repeat(33), 7001)).isEmpty();
    }
}
