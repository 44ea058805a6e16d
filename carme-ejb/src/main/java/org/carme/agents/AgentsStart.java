package org.carme.agents;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.carme.agents.pki.CertificateAuthority;
import org.carme.database.Schema;

/** Stops the start if anything of the agents' is configured wrongly, and keeps their routes up to date from then on. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class AgentsStart {
    private static final Logger LOG = System.getLogger(AgentsStart.class.getName());
    private static final long PAUSE_SECONDS = 1;

    @Inject
    Schema schema;

    @Inject
    EntryPointCatalogue catalogue;

    @Inject
    CertificateAuthority authority;

    @Inject
    RouteFollower follower;

    @Inject
    ReportedFacts facts;

    @Resource
    ManagedScheduledExecutorService executor;

    private ScheduledFuture<?> following;
    private boolean away;

    @PostConstruct
    void start() {
        schema.ready();
        authority.open();
        LOG.log(
                Level.INFO,
                "Entry points: {0}",
                catalogue.declarations().stream()
                        .map(EntryPointDeclaration::name)
                        .toList());
        follower.forgetEnded();
        follower.follow();
        following = executor.scheduleWithFixedDelay(this::follow, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        following.cancel(false);
    }

    /** A database that is away comes back: what was missed then is read later. */
    private void follow() {
        try {
            follower.follow();
            facts.follow();
            away = false;
        } catch (RuntimeException e) {
            if (!away) {
                LOG.log(Level.WARNING, "What other instances are told is not seen at present: {0}", e.toString());
            }
            away = true;
        }
    }
}
