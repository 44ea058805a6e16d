package org.carme.faces.layout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import org.carme.agents.RouteService;
import org.carme.cluster.ClusterStatus;
import org.carme.inventory.NodeNews;
import org.carme.jobs.JobChanges;
import org.carme.users.SessionService;
import org.carme.utilisation.UtilisationService;

/** Tells open pages that something of their user has changed; they ask for the changed part themselves. */
@ApplicationScoped
public class PagePush {
    @Inject
    @Push(channel = "changes")
    PushContext changes;

    @Inject
    @Push(channel = "cluster")
    PushContext cluster;

    @Inject
    JobChanges jobChanges;

    @Inject
    RouteService routes;

    @Inject
    ClusterStatus clusterStatus;

    @Inject
    SessionService sessions;

    @Inject
    NodeNews nodeNews;

    @Inject
    UtilisationService utilisation;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        jobChanges.subscribe(change -> changes.send("jobs", change.owner()));
        routes.subscribe(key -> routes.find(key).ifPresent(route -> changes.send("jobs", route.owner())));
        clusterStatus.subscribe(() -> cluster.send("cluster"));
        nodeNews.subscribe(() -> cluster.send("cluster"));
        utilisation.subscribe(() -> cluster.send("utilisation"));
        sessions.subscribe(key -> cluster.send("session"));
    }
}
