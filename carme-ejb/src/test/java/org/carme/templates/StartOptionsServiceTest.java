package org.carme.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.Node;
import org.carme.cluster.Partition;
import org.carme.cluster.TestNodes;
import org.carme.common.InvalidRequestException;
import org.carme.images.TestImages;
import org.carme.users.DirectoryService;
import org.carme.users.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user is offered, and in which order. */
class StartOptionsServiceTest {
    private final StartOptionsService service = new StartOptionsService();
    private final List<ProjectTemplate> given = new ArrayList<>();

    @BeforeEach
    void open() {
        service.directory = new OnePerson();
        service.templates = new FourTemplates();
        service.offers = new TemplateOffers();
        service.offers.templates = service.templates;
        service.offers.projects = user -> given;
        service.offers.taskTemplates = template -> false;
        service.images = TestImages.whatever();
        service.status = new ClusterStatus();
        service.status.seen(
                List.of(TestNodes.node("node01", "all", Map.of("a100", 4)), TestNodes.node("node02", "all", Map.of())),
                Instant.EPOCH);
    }

    @Test
    void offersTemplatesWithAcceleratorsFirst() {
        assertThat(service.options("alice").templates())
                .extracting(TemplateOption::name)
                .containsExactly("GPU", "mixed", "CPU", "small");
    }

    @Test
    void offersNoTemplateForTasksButItsImages() {
        service.offers.taskTemplates = "GPU"::equals;

        assertThat(service.options("alice").templates())
                .extracting(TemplateOption::name)
                .containsExactly("mixed", "CPU", "small");
        assertThat(service.offers.of(service.directory.person("alice")))
                .as("what catalogues go by")
                .hasSize(4);
    }

    @Test
    void offersOnlyWhatTheClusterHas() {
        AcceleratorOption a100 = offered("GPU").acceleratorTypes().get(0);

        assertThat(offered("GPU").acceleratorTypes()).hasSize(1);
        assertThat(a100.maxPerNode()).isEqualTo(4);
        assertThat(a100.maxNodes()).isEqualTo(1);
        assertThat(a100.total()).isEqualTo(4);
    }

    @Test
    void tellsForEachNumberHowManyNodesHaveItAndHaveItFree() {
        see(
                TestNodes.busy("node01", "all", Map.of("a100", 4), Map.of("a100", 3)),
                TestNodes.node("node02", "all", Map.of("a100", 2)),
                TestNodes.outOfService("node03", "all", Map.of("a100", 4)));

        assertThat(offered("GPU").acceleratorTypes().get(0).choices())
                .containsExactly(
                        new NodeChoice(1, 2, 2),
                        new NodeChoice(2, 2, 1),
                        new NodeChoice(3, 2, 0),
                        new NodeChoice(4, 2, 0));
    }

    @Test
    void offersNothingThatThePartitionRefuses() {
        service.status.seen(
                List.of(new Partition(
                        "all",
                        true,
                        true,
                        Optional.of(Duration.ofMinutes(90)),
                        Optional.of(1),
                        List.of("node01", "node02"))),
                List.of());

        assertThat(offered("CPU").maxTimeLimit()).isEqualTo(Duration.ofMinutes(90));
        assertThat(offered("CPU").defaultTimeLimit()).isEqualTo(Duration.ofMinutes(90));
        assertThat(offered("CPU").acceleratorTypes().get(0).maxNodes()).isEqualTo(1);
        assertThat(service.usable(service.directory.person("alice"), "CPU", Optional.empty())
                        .template()
                        .maxTime())
                .isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void callsNothingFreeInAPartitionThatIsDown() {
        service.status.seen(
                List.of(new Partition(
                        "all", false, true, Optional.empty(), Optional.empty(), List.of("node01", "node02"))),
                List.of());

        assertThat(offered("GPU").acceleratorTypes().get(0).choices())
                .extracting(NodeChoice::freeNodes)
                .containsOnly(0);
    }

    @Test
    void offersNothingForWhichNoNodeHasTheCpus() {
        see(TestNodes.node("node01", "all", Map.of("a100", 16)));

        assertThat(offered("GPU").acceleratorTypes().get(0).maxPerNode())
                .as("16 CPUs, 2 for each accelerator")
                .isEqualTo(8);
    }

    @Test
    void offersATemplateByEachProjectThatGivesIt() {
        given.add(new ProjectTemplate("pinns-1", "PINNs", "GPU"));
        given.add(new ProjectTemplate("course-2", "Course", "private"));

        assertThat(service.options("alice").templates())
                .extracting(option -> option.name() + " " + option.project() + " " + option.projectTitle())
                .containsExactly(
                        "GPU lab lab",
                        "mixed lab lab",
                        "GPU pinns-1 PINNs",
                        "private course-2 Course",
                        "CPU lab lab",
                        "small lab lab");
    }

    @Test
    void chargesTheGroupUnlessAProjectIsNamed() {
        given.add(new ProjectTemplate("pinns-1", "PINNs", "GPU"));

        assertThat(charge("GPU", Optional.empty())).isEqualTo(Charge.group("lab"));
        assertThat(charge("GPU", Optional.of("lab"))).isEqualTo(Charge.group("lab"));
        assertThat(charge("GPU", Optional.of("pinns-1"))).isEqualTo(Charge.project("pinns-1"));
    }

    @Test
    void chargesTheOnlyProjectThatGivesTheTemplate() {
        given.add(new ProjectTemplate("pinns-1", "PINNs", "private"));
        assertThat(charge("private", Optional.empty())).isEqualTo(Charge.project("pinns-1"));

        given.add(new ProjectTemplate("course-2", "Course", "private"));
        assertThatThrownBy(() -> charge("private", Optional.empty()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("pinns-1, course-2");
        assertThat(charge("private", Optional.of("course-2"))).isEqualTo(Charge.project("course-2"));
    }

    @Test
    void refusesWhatNeitherGroupNorProjectGives() {
        given.add(new ProjectTemplate("pinns-1", "PINNs", "private"));

        for (String project : List.of("course-2", "staff", "")) {
            assertThatThrownBy(() -> charge("private", Optional.of(project)))
                    .isInstanceOf(TemplateNotPermittedException.class);
        }
        assertThatThrownBy(() -> charge("others", Optional.empty())).isInstanceOf(TemplateNotPermittedException.class);
        assertThatThrownBy(() -> charge("none", Optional.of("pinns-1")))
                .isInstanceOf(TemplateNotPermittedException.class);
    }

    private Charge charge(String template, Optional<String> project) {
        return service.usable(service.directory.person("alice"), template, project)
                .charge();
    }

    private void see(Node... nodes) {
        service.status.seen(List.of(nodes), Instant.EPOCH);
    }

    private TemplateOption offered(String name) {
        return service.options("alice").templates().stream()
                .filter(template -> template.name().equals(name))
                .findFirst()
                .orElseThrow();
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
                    template("GPU", Map.of("a100", 16, "titan", 8)),
                    template("mixed", Map.of("a100", 1, Template.CPU, 0)),
                    template("small", Map.of(Template.CPU, 0)));
        }

        @Override
        Map<String, Template> named(Collection<String> names) {
            return Map.of("GPU", template("GPU", Map.of("a100", 8)), "private", template("private", Map.of("a100", 1)));
        }

        @Override
        Optional<Template> find(String name) {
            return switch (name) {
                case "CPU" -> Optional.of(template(name, Map.of(Template.CPU, 0)));
                case "GPU" -> Optional.of(template("GPU", Map.of("a100", 8)));
                case "private", "others" -> Optional.of(TestTemplates.ofNoGroup(name));
                default -> Optional.empty();
            };
        }

        private static Template template(String name, Map<String, Integer> accelerators) {
            return TestTemplates.template(name, "all", 4, accelerators);
        }
    }
}
