package org.carme.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureConstraintTest {
    private static final List<String> FEATURES = List.of("a100", "nvlink", "rack1");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a100; true",
                "titan; false",
                "a100&nvlink; true",
                "a100&titan; false",
                "a100,nvlink; true",
                "titan|a100; true",
                "titan|h100; false",
                "titan|a100&titan; false",
                "titan&nvlink|a100; true",
                "titan&(nvlink|a100); false",
                "a100&(titan|(nvlink&rack1)); true",
                "[rack1|rack2]; true",
                "[rack2|rack3]; false",
                "[rack1*2&rack2*4]; true",
                "[rack2*2&rack3*4]; false",
                "a100*2; true",
                "a10; false"
            })
    void asksOneNodeWhatSlurmWouldAskIt(String constraint, boolean holds) {
        assertThat(new FeatureConstraint(constraint).holdsFor(FEATURES)).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "titan&", "(titan", "titan)", "&", "titan|(", "titan(h100)", "titan h100", "!titan", "*"})
    void leavesToSlurmWhatItCannotRead(String constraint) {
        assertThat(new FeatureConstraint(constraint).holdsFor(FEATURES)).isTrue();
    }

    @Test
    void asksNodesWithoutFeatures() {
        assertThat(new FeatureConstraint("a100").holdsFor(List.of())).isFalse();
    }
}
