package org.carme.inventory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A node's row: what was last seen of it, and what of it the administrators have been told. */
@Entity
@Table(name = "known_nodes")
class KnownNode {
    /** A node that fails again and again makes no more messages than this. */
    static final Duration SILENCE = Duration.ofMinutes(10);

    @Id
    private String name;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private NodeState state;

    private String reason;
    private String hardware;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "told_state")
    private NodeState toldState;

    @Column(name = "told_hardware")
    private String toldHardware;

    @Column(name = "told_at")
    private Instant toldAt;

    /** For JPA. */
    protected KnownNode() {}

    /** A new one is no news. */
    KnownNode(SeenNode seen, Instant now) {
        name = seen.name();
        state = seen.state();
        reason = seen.reason();
        hardware = seen.hardware();
        changedAt = now;
        told(Instant.EPOCH);
    }

    String name() {
        return name;
    }

    void observe(SeenNode seen, Instant now) {
        if (state != seen.state() || !hardware.equals(seen.hardware())) {
            changedAt = now;
        }
        state = seen.state();
        reason = seen.reason();
        hardware = seen.hardware();
    }

    /** The scheduler no longer names it. */
    void vanish(Instant now) {
        if (!isGone()) {
            state = NodeState.GONE;
            changedAt = now;
        }
    }

    boolean isGone() {
        return state == NodeState.GONE;
    }

    boolean isNews(Instant now) {
        return (state != toldState || !hardware.equals(toldHardware))
                && !toldAt.plus(SILENCE).isAfter(now);
    }

    Instant changedAt() {
        return changedAt;
    }

    /** @return what there is to tell, which counts as told from now on */
    List<NodeChange> tell(Instant now, DescribedTypes types) {
        String words = SeenNode.inWords(hardware, types);
        List<NodeChange> changes = new ArrayList<>();
        if (state != toldState) {
            changes.add(new NodeChange(name, NodeChange.What.of(state), isGone() ? words : reason));
        }
        if (!hardware.equals(toldHardware)) {
            changes.add(new NodeChange(
                    name, NodeChange.What.CHANGED, SeenNode.inWords(toldHardware, types) + " → " + words));
        }
        told(now);
        return changes;
    }

    private void told(Instant now) {
        toldState = state;
        toldHardware = hardware;
        toldAt = now;
    }

    GoneNode gone(DescribedTypes types) {
        return new GoneNode(name, SeenNode.inWords(hardware, types), changedAt);
    }
}
