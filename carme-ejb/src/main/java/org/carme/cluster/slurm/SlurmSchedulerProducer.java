package org.carme.cluster.slurm;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.carme.cluster.Scheduler;
import org.eclipse.microprofile.config.Config;

/** Makes the scheduler of the configuration, and looks at the start whether it can be used. */
@ApplicationScoped
class SlurmSchedulerProducer {
    private Optional<SlurmClient> client = Optional.empty();

    @Inject
    Config config;

    @Inject
    Clock clock;

    /**
     * A wrong configuration, or a Slurm that we cannot speak to, shall end the start, not the first use. What an
     * observer throws is told with its own words; of a failed {@code PostConstruct} the server tells only the method.
     */
    void greet(@Observes @Initialized(ApplicationScoped.class) Object event) {
        client().greet();
    }

    @Produces
    @ApplicationScoped
    Scheduler scheduler() {
        return new SlurmScheduler(client(), config().user(), clock);
    }

    private SlurmConfig config() {
        return SlurmConfig.from(key -> config.getOptionalValue(key, String.class));
    }

    private synchronized SlurmClient client() {
        if (client.isEmpty()) {
            client = Optional.of(SlurmClient.of(config(), clock));
        }
        return client.get();
    }

    @PreDestroy
    synchronized void close() {
        client.ifPresent(SlurmClient::close);
    }
}
