package org.carme.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carme.cluster.Node;
import org.carme.database.Retry;

/** Notes what becomes of the nodes; as long as nothing does, the database is not asked. */
@ApplicationScoped
public class NodeRecords {
    @Inject
    NodeStore store;

    private List<SeenNode> last = List.of();

    /** What the scheduler has just told; by one caller at a time. A scheduler without nodes is taken for a mistake. */
    public void observe(List<Node> nodes) {
        List<SeenNode> seen = nodes.stream().map(SeenNode::of).toList();
        if (!seen.isEmpty() && !seen.equals(last)) {
            Retry.onConflict(() -> store.observe(seen));
            last = seen;
        }
    }
}
