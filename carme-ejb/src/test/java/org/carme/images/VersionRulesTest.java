package org.carme.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carme.common.InvalidRequestException;
import org.carme.users.Person;
import org.carme.users.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRulesTest {
    private static final Person CARLA = person("carla", Role.IMAGE_MANAGER);
    private static final String PLACE = "/opt/carme/images/torch";
    private final VersionRules rules = new VersionRules();

    @BeforeEach
    void open() {
        ImageSettings settings =
                new ImageSettings(Path.of("../server-config/runtimes"), List.of("/opt/carme/images"), List.of("/data"));
        rules.runtimes = new RuntimeCatalogue();
        rules.runtimes.settings = settings;
        rules.runtimes.load();
        rules.rules = new ImageRules();
        rules.rules.settings = settings;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".1", "-v", "a:b", "a b", "ä", "a/b", "$(id)", "123456789012345678901234567890123"})
    void refusesNamesThatCouldMeanSomethingElse(String name) {
        refused(
                "version",
                () -> rules.check(new VersionSpec(name, VersionContent.OF_THE_NODE, Optional.empty(), true, "")));
    }

    @Test
    void takesWhatIsDeclaredAndAllowed() {
        assertThatCode(() -> rules.check(content("bubblewrap", PLACE, bind("/data/sets", "/sets")), CARLA))
                .doesNotThrowAnyException();
        assertThatCode(() -> rules.check(VersionContent.OF_THE_NODE, CARLA)).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatIsNot() {
        refused("runtime", () -> rules.check(content("docker", PLACE), CARLA));
        refused("location", () -> rules.check(content("bubblewrap", "/opt/carme/images/../../etc"), CARLA));
        refused("binds", () -> rules.check(content("bubblewrap", PLACE, bind("/root", "/sets")), CARLA));
        refused(
                "binds",
                () -> rules.check(content("bubblewrap", PLACE, bind("/data/a", "/a"), bind("/data/b", "/a")), CARLA));
        refused("digest", () -> rules.check(with(Optional.of("sha256:1"), List.of(), List.of()), CARLA));
        refused("flags", () -> rules.check(with(Optional.empty(), List.of("--rw"), List.of()), CARLA));
        refused("entryPoints", () -> rules.check(with(Optional.empty(), List.of(), List.of("a,b")), CARLA));
        List<String> twice = Collections.nCopies(2, "jupyter");
        refused("entryPoints", () -> rules.check(with(Optional.empty(), List.of(), twice), CARLA));
        List<String> many = IntStream.range(0, 31).mapToObj(i -> "e" + i).toList();
        refused("entryPoints", () -> rules.check(with(Optional.empty(), List.of(), many), CARLA));
    }

    @Test
    void letsAdministratorsBindWhatOthersMayNot() {
        Person admin = person("admin", Role.ADMIN);

        assertThatCode(() -> rules.check(content("bubblewrap", PLACE, bind("/srv", "/srv")), admin))
                .doesNotThrowAnyException();
    }

    private static VersionContent with(Optional<String> digest, List<String> flags, List<String> entryPoints) {
        return new VersionContent("bubblewrap", PLACE, digest, List.of(), flags, entryPoints);
    }

    private static VersionContent content(String runtime, String location, ImageBind... binds) {
        return new VersionContent(runtime, location, Optional.empty(), List.of(binds), List.of(), List.of());
    }

    private static ImageBind bind(String source, String target) {
        return new ImageBind(source, target, false);
    }

    private static Person person(String name, Role role) {
        return new Person(name, name, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of(role));
    }

    private static void refused(String field, ThrowingCallable check) {
        assertThatThrownBy(check)
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.field()).contains(field));
    }
}
