package org.carme.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.carme.audit.AuditEntry;
import org.carme.audit.AuditQuery;
import org.carme.audit.TestAudit;
import org.carme.cluster.Node;
import org.carme.cluster.TestNodes;
import org.carme.common.SettableClock;
import org.carme.database.Retry;
import org.carme.database.TestDatabase;
import org.carme.messages.Message;
import org.carme.messages.TestMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of nodes, on a real database. */
class NodeStoreIT {
    private static final Node NODE1 = TestNodes.node("node01", "gpu", Map.of("a100", 4));
    private static final Node NODE2 = TestNodes.node("node02", "gpu", Map.of("a100", 4));
    private static final Node BROKEN = TestNodes.outOfService("node01", "gpu", Map.of("a100", 4));

    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private final List<String> site = new CopyOnWriteArrayList<>();

    @BeforeEach
    void seeBoth() {
        see(NODE1, NODE2);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void tellsNothingOfWhatItSeesForTheFirstTime() {
        assertThat(tell()).isEmpty();
    }

    @Test
    void tellsInOneMessageWhatHappenedToSeveral() {
        see(BROKEN, TestNodes.outOfService("node02", "gpu", Map.of("a100", 4)));

        assertThat(tell()).containsExactly("nodes-out node01, node02 node01: fan broken; node02: fan broken");
    }

    @Test
    void tellsTheSitesChatWhatIsOutOfServiceOrBackAndNothingElse() {
        see(TestNodes.outOfService("node01", "gpu", Map.of("a100", 3)), NODE2);
        tell();
        clock.forward(KnownNode.SILENCE);
        see(NODE1, NODE2);
        tell();

        assertThat(site).containsExactly("nodes-out node01", "nodes-in node01");
    }

    @Test
    void waitsForAMomentAndTellsEachThingThatHappenedOnce() {
        see(BROKEN);
        assertThat(news()).as("perhaps it is back in a moment").isEmpty();

        assertThat(tell())
                .containsExactlyInAnyOrder(
                        "nodes-gone node02 4 × A100, 16 CPU, 64000 MB", "nodes-out node01 fan broken");
        assertThat(tell()).as("once").isEmpty();
    }

    @Test
    void tellsThatANodeHasLostAPartAndIsBack() {
        see(TestNodes.outOfService("node01", "gpu", Map.of("a100", 3)), NODE2);
        tell();
        clock.forward(KnownNode.SILENCE);
        see(NODE1, NODE2);

        assertThat(tell())
                .containsExactlyInAnyOrder(
                        "nodes-in node01 ",
                        "nodes-changed node01 3 × A100, 16 CPU, 64000 MB → 4 × A100, 16 CPU, 64000 MB");
    }

    @Test
    void keepsQuietAboutANodeThatIsBackAtOnce() {
        see(BROKEN, NODE2);
        clock.forward(Duration.ofSeconds(40));
        see(NODE1, NODE2);

        assertThat(tell()).isEmpty();
    }

    @Test
    void keepsQuietForAWhileAboutANodeThatFailsAgainAndAgain() {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            see(i % 2 == 0 ? BROKEN : NODE1, NODE2);
            told.addAll(tell());
        }

        assertThat(told).as("%s", told).hasSizeBetween(1, 2);
    }

    @Test
    void tellsOnceHoweverManyPortalsLook() throws InterruptedException {
        see(NODE2);
        clock.forward(Duration.ofMinutes(2));
        List<String> names = news();
        Callable<Object> teller = () -> {
            Retry.onConflict(() -> store(store -> {
                store.tell(Set.of("admin"), names);
                return null;
            }));
            return null;
        };
        var pool = Executors.newFixedThreadPool(4);
        for (Future<Object> done : pool.invokeAll(List.of(teller, teller, teller, teller))) {
            assertThat(done).succeedsWithin(Duration.ofSeconds(20));
        }
        pool.shutdown();

        assertThat(messages()).hasSize(1);
    }

    @Test
    void keepsAVanishedNodeUntilItIsDismissed() {
        see(NODE1);
        clock.forward(Duration.ofDays(3));
        see(NODE1);

        assertThat(store(NodeStore::gone))
                .containsExactly(new GoneNode(
                        "node02", "4 × A100, 16 CPU, 64000 MB", clock.instant().minus(Duration.ofDays(3))));
        assertThatThrownBy(() -> dismiss("node01")).isInstanceOf(NodeNotFoundException.class);
        dismiss("node02");

        assertThat(store(NodeStore::gone)).isEmpty();
        assertThatThrownBy(() -> dismiss("node02")).isInstanceOf(NodeNotFoundException.class);
        assertThat(audited()).containsExactly("node-dismissed node02");
    }

    @Test
    void forgetsThatANodeWasGoneWhenItIsBack() {
        see(NODE1);
        see(NODE1, NODE2);

        assertThat(store(NodeStore::gone)).isEmpty();
    }

    private void see(Node... nodes) {
        store(store -> {
            store.observe(List.of(nodes).stream().map(SeenNode::of).toList());
            return null;
        });
    }

    private void dismiss(String name) {
        store(store -> {
            store.dismiss("admin", name);
            return null;
        });
    }

    private List<String> news() {
        return store(NodeStore::news);
    }

    /** @return what was told two minutes after the last change */
    private List<String> tell() {
        int before = messages().size();
        clock.forward(Duration.ofMinutes(2));
        store(store -> {
            store.tell(Set.of("admin"), store.news());
            return null;
        });
        List<String> all = messages();
        return all.subList(before, all.size());
    }

    /** @return oldest first */
    private List<String> messages() {
        try (EntityManager own = database.open()) {
            List<Message> recent = new ArrayList<>(TestMessages.on(own, clock).recent("admin", 100));
            Collections.reverse(recent);
            return recent.stream()
                    .map(message -> message.key() + " " + message.subject() + " " + message.detail())
                    .toList();
        }
    }

    private List<String> audited() {
        try (EntityManager own = database.open()) {
            return TestAudit.on(own, clock).all("admin", AuditQuery.ALL, 50, Optional.empty()).entries().stream()
                    .map((AuditEntry entry) ->
                            entry.action() + " " + entry.object().id())
                    .toList();
        }
    }

    private <T> T store(Function<NodeStore, T> action) {
        try (EntityManager own = database.open()) {
            NodeStore store = new NodeStore();
            store.repository = new InventoryRepository(own);
            store.types = new AcceleratorTypes();
            store.types.repository = store.repository;
            store.messages = TestMessages.on(own, clock, message -> site.add(message.key() + " " + message.subject()));
            store.audit = TestAudit.on(own, clock);
            store.clock = clock;
            return TestDatabase.inTransaction(own, () -> action.apply(store));
        }
    }
}
