package org.carme.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carme.common.InvalidRequestException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRulesTest {
    private static final RuntimeDeclaration FOLDERS = runtime(Set.of("directory"), List.of());
    private static final RuntimeDeclaration REGISTRY = runtime(Set.of("docker"), List.of("--ro"));

    private final ImageRules rules = new ImageRules();

    @BeforeEach
    void configure() {
        rules.settings = new ImageSettings(
                Path.of("/runtimes"), List.of("/opt/carme/images", "/store"), List.of("/data", "/etc/ssl/certs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/opt/carme/images/debian-12", "/store/a/b.sqfs", "/store/a..b"})
    void allowsImagesInAStore(String location) {
        assertThatCode(() -> rules.checkLocation(FOLDERS, location)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/store",
                "/store/",
                "/storehouse/a",
                "/etc",
                "/store/../etc",
                "/store/a/..",
                "/store/./a",
                "/store//a",
                "/store/a;rm -rf ~",
                "/store/$(id)",
                "/store/a b",
                "/store/a:/etc",
                "/store/a\n",
                "--bind",
                "store/a",
                "docker://debian"
            })
    void refusesOtherLocations(String location) {
        assertRefused("location", () -> rules.checkLocation(FOLDERS, location));
    }

    @Test
    void refusesAPathThatIsTooLong() {
        assertRefused("location", () -> rules.checkLocation(FOLDERS, "/store/" + "x".repeat(1000)));
    }

    @Test
    void takesUrisWhereTheRuntimeDoes() {
        assertThatCode(() -> rules.checkLocation(REGISTRY, "docker://registry.example.org:5000/lab/torch:2.4"))
                .doesNotThrowAnyException();
        assertRefused("location", () -> rules.checkLocation(REGISTRY, "http://example.org/a.sif"));
        assertRefused("location", () -> rules.checkLocation(REGISTRY, "docker://-evil"));
        assertRefused("location", () -> rules.checkLocation(REGISTRY, "docker://a --bind /:/mnt"));
        assertRefused("location", () -> rules.checkLocation(REGISTRY, "/store/a"));
    }

    @Test
    void wantsNoLocationForAPlainProcess() {
        assertThatCode(() -> rules.checkLocation(RuntimeDeclaration.NONE, "")).doesNotThrowAnyException();
        assertRefused("location", () -> rules.checkLocation(RuntimeDeclaration.NONE, "/store/a"));
    }

    @ParameterizedTest
    @CsvSource({"/data, /data", "/data/sets/one, /mnt/one", "/etc/ssl/certs, /certs"})
    void allowsBindsOfListedSources(String source, String target) {
        assertThatCode(() -> rules.checkBind(new ImageBind(source, target, false), false))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "/etc, /mnt",
        "/database, /mnt",
        "/data/a, /",
        "/data/a, /etc",
        "/data/a, /etc/passwd",
        "/data/a, /proc/self",
        "/data/a, /sys",
        "/data/a, /dev/shm",
        "/data/a, /usr/bin",
        "/data/a, /home/alice",
        "/data/a, /tmp"
    })
    void leavesOtherBindsToAdministrators(String source, String target) {
        assertRefused("binds", () -> rules.checkBind(new ImageBind(source, target, true), false));
    }

    @Test
    void letsAdministratorsBindMore() {
        assertThatCode(() -> rules.checkBind(new ImageBind("/etc/slurm", "/etc/slurm", true), true))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "/data/../etc, /mnt",
        "/data, /mnt/../etc",
        "data, /mnt",
        "/data:/etc, /mnt",
        "'/data,/etc', /mnt",
        "/, /mnt"
    })
    void refusesWhatIsNoPathFromAdministratorsToo(String source, String target) {
        assertRefused("binds", () -> rules.checkBind(new ImageBind(source, target, true), true));
    }

    @Test
    void allowsReadOnlyBindsWhereTheRuntimeCanMakeThem() {
        ImageBind bind = new ImageBind("/data", "/data", true);

        assertThatCode(() -> rules.checkBind(REGISTRY, bind)).doesNotThrowAnyException();
        assertRefused("binds", () -> rules.checkBind(FOLDERS, bind));
        assertRefused("binds", () -> rules.checkBind(RuntimeDeclaration.NONE, new ImageBind("/data", "/data", false)));
    }

    @Test
    void knowsTheFlagsOfTheRuntimeAlone() {
        assertThatCode(() -> rules.checkFlags(FOLDERS, List.of("no-network"))).doesNotThrowAnyException();
        assertRefused("flags", () -> rules.checkFlags(FOLDERS, List.of("no-network", "--privileged")));
        assertRefused("flags", () -> rules.checkFlags(RuntimeDeclaration.NONE, List.of("no-network")));
    }

    private static void assertRefused(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.field()).contains(field));
    }

    private static RuntimeDeclaration runtime(Set<String> locations, List<String> readOnlyBind) {
        return new RuntimeDeclaration(
                "box",
                "Box",
                locations,
                List.of("box", "{binds}", "{image}"),
                List.of("{source}:{target}"),
                readOnlyBind,
                List.of(),
                Map.of("no-network", new RuntimeDeclaration.Flag("No network", List.of("--net", "none"))),
                List.of(),
                List.of());
    }
}
