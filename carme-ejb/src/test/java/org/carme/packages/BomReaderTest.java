package org.carme.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carme.common.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BomReaderTest {
    private static final String DIGEST = "sha256:" + "a".repeat(64);

    @Test
    void readsPackagesSizeAndDigest() {
        Bom bom = read("""
                {"bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": "urn:x", "dependencies": [{"ref": "x"}],
                 "metadata": {"component": {"type": "container", "name": "image", "properties": [
                   {"name": "carme:bytes", "value": "1234"}, {"name": "carme:digest", "value": "%s"}]}},
                 "components": [
                   {"type": "library", "name": "Torch", "version": "2.4.0", "purl": "pkg:pypi/torch@2.4.0",
                    "licenses": [{"license": {"id": "BSD-3-Clause"}}, {"license": {"name": "Apache"}}]},
                   {"type": "library", "name": "libc6", "version": "2.36-9", "purl": "pkg:deb/debian/libc6@2.36-9?arch=amd64",
                    "licenses": [{"expression": "LGPL-2.1 AND GPL-2"}]},
                   {"type": "library", "name": "torch", "version": "2.4.0", "purl": "pkg:pypi/torch@2.4.0"},
                   {"type": "file", "name": "/etc/passwd"}]}""".formatted(DIGEST));

        assertThat(bom.bytes()).hasValue(1234);
        assertThat(bom.digest()).hasValue(DIGEST);
        assertThat(bom.nameless()).isEqualTo(1);
        assertThat(bom.packages())
                .containsExactly(
                        new SoftwarePackage(
                                PackageKind.PIP,
                                "torch",
                                "2.4.0",
                                List.of("BSD-3-Clause", "Apache"),
                                "pkg:pypi/torch@2.4.0"),
                        new SoftwarePackage(
                                PackageKind.APT,
                                "libc6",
                                "2.36-9",
                                List.of("LGPL-2.1 AND GPL-2"),
                                "pkg:deb/debian/libc6@2.36-9?arch=amd64"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                                                | invalid-request.body",
                "{'bomFormat': 'CycloneDX'                                         | invalid-request.body",
                "                                                                  | invalid-request.body",
                "{'bomFormat': 'SPDX'}                                             | invalid-request.bom",
                "{'components': []}                                                | invalid-request.bom",
                "{'bomFormat': 'CycloneDX', 'metadata': 5}                         | invalid-request.bom",
                "{'bomFormat': 'CycloneDX', 'metadata': {'component': []}}         | invalid-request.bom",
                "{'bomFormat': 'CycloneDX', 'components': {}}                      | invalid-request.bom",
                "{'bomFormat': 'CycloneDX', 'components': [1]}                     | invalid-request.bom",
                "{'bomFormat': 'CycloneDX', 'components': [{'purl': 'torch'}]}     | invalid-request.package-url",
            })
    void namesWhatIsWrong(String document, String key) {
        assertThatThrownBy(() -> read(document == null ? "" : document.replace('\'', '"')))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        failure -> assertThat(failure.messageKey()).isEqualTo(key));
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        String document = "{\"bomFormat\":\"CycloneDX\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> BomReader.read(document.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("invalid-request.bom"));
    }

    @Test
    void countsNoBracketsOfTexts() {
        String brackets = "[".repeat(1000);
        String hidden = "{\"bomFormat\":\"CycloneDX\",\"x\":\"" + "]".repeat(100_000) + "\",\"metadata\":"
                + "[".repeat(2000) + "]".repeat(2000) + "}";

        assertThat(JsonDepth.isTooDeep(("{\"x\":\"\\\"" + brackets + "\"}").getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(JsonDepth.isTooDeep(hidden.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @Test
    void leavesOutWhatItDoesNotKnowWithoutBuildingIt() {
        String document = "{\"vulnerabilities\":[" + "{},".repeat(1000) + "{}],\"x\":{\"y\":[1]},"
                + "\"bomFormat\":\"CycloneDX\",\"components\":[]}";

        assertThat(BomReader.read(document.getBytes(StandardCharsets.UTF_8)).packages())
                .isEmpty();
    }

    @Test
    void refusesMoreValuesThanADocumentHas() {
        String document = "{\"bomFormat\":\"CycloneDX\",\"components\":[{\"x\":[" + "{},".repeat(2_000_001) + "{}]}]}";

        assertThatThrownBy(() -> BomReader.read(document.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void namesThePackageWithATextThatIsTooLong() {
        String component = "{\"purl\": \"pkg:pypi/a@1\", \"name\": \"a\", \"version\": \"" + "1".repeat(256) + "\"}";

        assertThatThrownBy(() -> read("{\"bomFormat\": \"CycloneDX\", \"components\": [{}, " + component + "]}"))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        failure -> assertThat(failure.field()).hasValue("components[1].version"));
    }

    @Test
    void keepsAsManyLicencesAsThereIsRoomFor() {
        String licences = IntStream.range(0, 50)
                .mapToObj(i -> "{\"license\": {\"name\": \"" + "x".repeat(98) + "%02d\"}}".formatted(i))
                .collect(Collectors.joining(","));

        Bom bom = read("{\"bomFormat\": \"CycloneDX\", \"components\": [{\"purl\": \"pkg:pypi/a@1\", \"name\": \"a\","
                + " \"version\": \"1\", \"licenses\": [" + licences + "]}]}");

        assertThat(bom.packages().get(0).licences()).hasSize(9);
    }

    @Test
    void takesNoMoreThanItCanKeep() {
        String components = IntStream.rangeClosed(0, 100_000)
                .mapToObj(i -> "{\"purl\":\"pkg:pypi/a@" + i + "\"}")
                .collect(Collectors.joining(","));

        assertThatThrownBy(() -> read("{\"bomFormat\": \"CycloneDX\", \"components\": [" + components + "]}"))
                .hasMessageContaining("invalid-request.bom-size");
    }

    private static Bom read(String document) {
        return BomReader.read(document.getBytes(StandardCharsets.UTF_8));
    }
}
