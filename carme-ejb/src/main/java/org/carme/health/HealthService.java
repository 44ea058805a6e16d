package org.carme.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.cluster.ClusterStatus;
import org.carme.jobs.Submissions;
import org.carme.users.Administrators;
import org.carme.users.SessionService;

/** Shows administrators how the portal is. */
@ApplicationScoped
public class HealthService {
    private final Versions versions = Versions.read();

    @Inject
    Administrators administrators;

    @Inject
    HealthBoard board;

    @Inject
    ClusterStatus cluster;

    @Inject
    Submissions submissions;

    @Inject
    SessionService sessions;

    @Inject
    Traffic traffic;

    /** Never waits for a part: what was last found is at most a minute old, and renewed soon. */
    public SystemPicture look(String admin) {
        administrators.require(admin);
        return new SystemPicture(
                board.asOf(),
                board.look(),
                versions,
                cluster.picture().asOf(),
                submissions.waiting(),
                sessions.countOpen(),
                traffic.connections(),
                Jvm.present());
    }

    /** @return what gave no answer in the last round, a minute ago at most; nobody is shown it */
    public Set<Part> silent() {
        return board.states().stream()
                .filter(state -> !state.up())
                .map(PartState::part)
                .collect(Collectors.toSet());
    }

    /** Listeners are called after every round; they must be quick and must not fail. */
    public void subscribe(Runnable listener) {
        board.subscribe(listener);
    }
}
