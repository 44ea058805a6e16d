package org.carme.faces.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.TestNodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found of the nodes. */
class NodesViewTest {
    private final NodesView view = new NodesView();

    @BeforeEach
    void see() {
        view.status = new ClusterStatus();
        view.status.seen(
                List.of(
                        TestNodes.node("node01", "gpu", Map.of("a100", 4), "nvlink"),
                        TestNodes.outOfService("node02", "gpu", Map.of("titan", 2)),
                        TestNodes.node("node03", "cpu", Map.of())),
                Instant.EPOCH);
    }

    @Test
    void showsAllUnasked() {
        view.setText("  ");

        assertThat(names()).containsExactly("node01", "node02", "node03");
        assertThat(view.isFilled()).isFalse();
    }

    @Test
    void findsByEverythingThatCanBeAskedFor() {
        view.setText("NVLink");
        assertThat(names()).containsExactly("node01");
        view.setText("Fan broken");
        assertThat(names()).containsExactly("node02");
        view.setText("");
        view.setState("DRAINED");
        assertThat(names()).containsExactly("node02");
        view.setState("");
        view.setType("a100");
        assertThat(names()).containsExactly("node01");
        view.setType("");
        view.setPartition("cpu");
        assertThat(names()).containsExactly("node03");
        view.setState("no such state");
        assertThat(names()).isEmpty();
        assertThat(view.isFilled()).isTrue();
    }

    @Test
    void countsNothingFreeOnANodeOutOfService() {
        assertThat(view.getRows().get(1).getTypes())
                .singleElement()
                .satisfies(use -> assertThat(use.free()).isZero());
    }

    @Test
    void saysHowManyAreNotShown() {
        view.status.seen(
                IntStream.range(0, 250)
                        .mapToObj(i -> TestNodes.node("node" + i, "gpu", Map.of()))
                        .toList(),
                Instant.EPOCH);

        assertThat(view.getRows()).hasSize(200);
        assertThat(view.getMore()).isEqualTo(50);
    }

    private List<String> names() {
        return view.getRows().stream().map(NodeRow::getName).toList();
    }
}
