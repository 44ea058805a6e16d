package org.carme.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.cluster.ClusterPicture;
import org.carme.cluster.Node;
import org.carme.cluster.Partition;
import org.carme.cluster.TestNodes;
import org.carme.templates.TemplateProblem.Kind;
import org.junit.jupiter.api.Test;

class TemplateProblemTest {
    private static final List<Node> NODES = List.of(
            TestNodes.node("node01", "gpu", Map.of("a100", 4), "a100", "nvlink"),
            TestNodes.node("node02", "gpu", Map.of("titan", 2), "titan"));
    private static final ClusterPicture PICTURE = picture(Optional.empty(), Optional.empty());

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
    void looksOnlyAtNodesWithTheFeatures() {
        Template titan = TestTemplates.withFeatures("titan", Map.of("a100", 4));

        assertThat(TemplateProblem.of(titan, PICTURE))
                .containsExactly(
                        new TemplateProblem(Kind.NO_TYPE, "a100"), new TemplateProblem(Kind.TOO_MANY_NODES, "1"));
        assertThat(TemplateProblem.of(TestTemplates.withFeatures("nvlink&titan", Map.of("a100", 4)), PICTURE))
                .containsExactly(new TemplateProblem(Kind.NO_FEATURES, "nvlink&titan"));
    }

    @Test
    void tellsWhatThePartitionDoesNotAllow() {
        Template template = TestTemplates.template("GPU", "gpu", 1, Map.of("a100", 4));

        assertThat(TemplateProblem.of(template, picture(Optional.of(Duration.ofHours(4)), Optional.of(1))))
                .containsExactly(
                        new TemplateProblem(Kind.TOO_MANY_NODES, "1"), new TemplateProblem(Kind.TOO_LONG, "240"));
        assertThat(TemplateProblem.of(template, picture(Optional.of(Duration.ofHours(8)), Optional.of(2))))
                .isEmpty();
    }

    @Test
    void accusesNobodyWhileNothingIsKnownOfTheCluster() {
        ClusterPicture nothing = ClusterPicture.NONE;

        assertThat(TemplateProblem.of(TestTemplates.named("GPU"), nothing)).isEmpty();
    }

    private static ClusterPicture picture(Optional<Duration> maxTime, Optional<Integer> maxNodes) {
        Partition gpu = new Partition("gpu", true, true, maxTime, maxNodes, List.of("node01", "node02"));
        return new ClusterPicture(Instant.EPOCH, Optional.empty(), NODES, List.of(gpu), List.of());
    }

    private static List<TemplateProblem> problems(String partition, Map<String, Integer> accelerators) {
        return TemplateProblem.of(TestTemplates.template("GPU", partition, 1, accelerators), PICTURE);
    }
}
