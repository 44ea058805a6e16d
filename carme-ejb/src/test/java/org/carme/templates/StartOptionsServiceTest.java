package org.carme.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.Node;
import org.carme.users.DirectoryService;
import org.carme.users.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user is offered, and in which order. */
class StartOptionsServiceTest {
    private final StartOptionsService service = new StartOptionsService();

    @BeforeEach
    void open() {
        service.directory = new OnePerson();
        service.templates = new FourTemplates();
        service.status = new ClusterStatus();
        service.status.seen(List.of(node("node01", Map.of("a100", 4)), node("node02", Map.of())), Instant.EPOCH);
    }

    @Test
    void offersTemplatesWithAcceleratorsFirst() {
        assertThat(service.options("alice").templates())
                .extracting(TemplateOption::name)
                .containsExactly("GPU", "mixed", "CPU", "small");
    }

    @Test
    void offersOnlyWhatTheClusterHas() {
        assertThat(service.options("alice").templates().get(0).acceleratorTypes())
                .containsExactly(new AcceleratorOption("a100", 4, 1, 4, 4));
    }

    private static Node node(String name, Map<String, Integer> accelerators) {
        return new Node(
                name, "10.0.0.1", Node.Availability.IDLE, "", List.of("all"), 16, 0, 64_000, 0, accelerators, Map.of());
    }

    private static final class OnePerson extends DirectoryService {
        @Override
        public Person person(String name) {
            return new Person(
                    name, name, Optional.of(7001L), Optional.empty(), Optional.empty(), Set.of("lab"), Set.of());
        }
    }

    private static final class FourTemplates extends TemplateRepository {
        @Override
        List<Template> ofGroups(Collection<String> groups) {
            return List.of(
                    template("CPU", Map.of(Template.CPU, 0)),
                    template("GPU", Map.of("a100", 8, "titan", 8)),
                    template("mixed", Map.of("a100", 1, Template.CPU, 0)),
                    template("small", Map.of(Template.CPU, 0)));
        }

        private static Template template(String name, Map<String, Integer> accelerators) {
            return TestTemplates.template(name, "all", 4, accelerators);
        }
    }
}
