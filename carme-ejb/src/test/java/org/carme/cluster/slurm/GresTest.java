package org.carme.cluster.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GresTest {
    @Test
    void countsAcceleratorsByType() {
        assertThat(Gres.parse("gpu:a100:4")).isEqualTo(Map.of("a100", 4));
        assertThat(Gres.parse("gpu:a100:4(S:0-1),gpu:titan:2")).isEqualTo(Map.of("a100", 4, "titan", 2));
        assertThat(Gres.parse("gpu:a100:2(IDX:0,3),gpu:a100:1(IDX:5),shard:8")).isEqualTo(Map.of("a100", 3));
        assertThat(Gres.parse("gpu:nvidia_h100-80gb.v2:8(S:0)")).isEqualTo(Map.of("nvidia_h100-80gb.v2", 8));
        assertThat(Gres.parse("gpu:1g.5gb:7")).isEqualTo(Map.of("1g.5gb", 7));
        assertThat(Gres.parse("craynetwork:4,gpu:mi300:no_consume:4")).isEqualTo(Map.of("mi300", 4));
    }

    @Test
    void callsUntypedOnesGpu() {
        assertThat(Gres.parse("gpu:3(S:0)")).isEqualTo(Map.of("gpu", 3));
        assertThat(Gres.of("gpu", 2)).isEqualTo("gpu:2");
        assertThat(Gres.of("a100", 2)).isEqualTo("gpu:a100:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "N/A",
                "(null)",
                "gpu",
                "gpu:",
                "gpu:a100",
                "gpu:a100:0(IDX:N/A)",
                "gpu:a100:99999999999",
                "((",
                "mps:100"
            })
    void seesNoneInOtherText(String text) {
        assertThat(Gres.parse(text)).isEmpty();
    }
}
