package org.carme.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.Node;
import org.carme.templates.TemplateProblem.Kind;
import org.junit.jupiter.api.Test;

class TemplateProblemTest {
    private static final ClusterPicture PICTURE = new ClusterPicture(
            Instant.EPOCH,
            Optional.empty(),
            List.of(new Node(
                    "node01",
                    "10.0.0.1",
                    Node.Availability.IDLE,
                    "",
                    List.of("gpu"),
                    16,
                    0,
                    64_000,
                    0,
                    Map.of("a100", 4),
                    Map.of())));

    @Test
    void findsNothingWhereTheClusterHasIt() {
        assertThat(problems("gpu", Map.of("a100", 4, Template.CPU, 0))).isEmpty();
    }

    @Test
    void tellsWhatTheClusterDoesNotHave() {
        assertThat(problems("old", Map.of("a100", 4))).containsExactly(new TemplateProblem(Kind.NO_PARTITION, "old"));
        assertThat(problems("gpu", Map.of("a100", 8, "h100", 1)))
                .containsExactlyInAnyOrder(
                        new TemplateProblem(Kind.TOO_MANY_PER_NODE, "a100"), new TemplateProblem(Kind.NO_TYPE, "h100"));
    }

    @Test
    void accusesNobodyWhileNothingIsKnownOfTheCluster() {
        ClusterPicture nothing = new ClusterPicture(Instant.EPOCH, Optional.empty(), List.of());

        assertThat(TemplateProblem.of(TestTemplates.named("GPU"), nothing)).isEmpty();
    }

    private static List<TemplateProblem> problems(String partition, Map<String, Integer> accelerators) {
        return TemplateProblem.of(TestTemplates.template("GPU", partition, 1, accelerators), PICTURE);
    }
}
