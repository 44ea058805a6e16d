package org.carme.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the watcher last saw of the cluster. Pages and rules read it here, so that the number of calls to the scheduler
 * does not depend on the number of users.
 */
@ApplicationScoped
public class ClusterStatus {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile ClusterPicture picture = ClusterPicture.NONE;

    public ClusterPicture picture() {
        return picture;
    }

    /** Listeners are called when nodes or reachability have changed; they must be quick and must not fail. */
    public void subscribe(Runnable listener) {
        listeners.add(listener);
    }

    /** The watcher has read the nodes. */
    public void seen(List<Node> nodes, Instant now) {
        replace(new ClusterPicture(now, Optional.empty(), nodes, picture.partitions(), picture.reservations()));
    }

    /** The watcher has read what changes seldom. */
    public void seen(List<Partition> partitions, List<Reservation> reservations) {
        ClusterPicture before = picture;
        replace(new ClusterPicture(before.asOf(), before.awaySince(), before.nodes(), partitions, reservations));
    }

    /** The scheduler did not answer; what was known stays. */
    public void away(Instant now) {
        ClusterPicture before = picture;
        replace(new ClusterPicture(
                before.asOf(),
                Optional.of(before.awaySince().orElse(now)),
                before.nodes(),
                before.partitions(),
                before.reservations()));
    }

    private void replace(ClusterPicture next) {
        ClusterPicture before = picture;
        picture = next;
        if (!before.looksLike(next)) {
            listeners.forEach(Runnable::run);
        }
    }
}
