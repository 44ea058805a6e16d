package org.carme.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNamingTest {
    @ParameterizedTest
    @CsvSource({
        "torch-2.4, , torch, 2.4",
        "PyTorch-2.4.sif, , pytorch, 2.4",
        "tensorflow-gpu-2.15.0-py3, , tensorflow-gpu, 2.15.0-py3",
        "torch-v2, , torch, v2",
        "debian.sqfs, , debian, 1",
        "debian, , debian, 1",
        "2.4, torch, torch, 2.4",
        "2.4.sif, torch, torch, 2.4",
        "torch-2.4.sif, torch, torch, 2.4",
        "nightly, torch, torch, nightly"
    })
    void proposesNameAndVersion(String file, String folder, String name, String version) {
        assertThat(ImageNaming.of(file, Optional.ofNullable(folder))).isEqualTo(new ImageNaming(name, version));
    }
}
