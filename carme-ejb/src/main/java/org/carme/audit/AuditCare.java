package org.carme.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.carme.audit.AuditChain.Part;
import org.carme.database.Retry;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the log needs without anybody's asking: seals, checks, and an end for what is too old. */
@ApplicationScoped
public class AuditCare {
    private static final int BATCH = 500;
    private static final int MOST_DAYS = 36_500;

    @Inject
    AuditChain chain;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "carme.audit.days", defaultValue = "730")
    int days;

    @PostConstruct
    void validate() {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalStateException("carme.audit.days must be 1 to " + MOST_DAYS);
        }
    }

    /** Stops the start of the portal if the configuration is wrong. */
    void start() {
        // reaching this bean is the proof: its creation has read the configuration
    }

    /** Seals what waits, in bounded transactions of its own. */
    public void seal() {
        int sealed = BATCH;
        while (sealed == BATCH) {
            sealed = Retry.onConflict(() -> chain.seal(BATCH));
        }
    }

    /**
     * Reads the chain, a part at a time, so that sealing never waits long.
     *
     * @param mark where an earlier check has come to, whose word is taken for what is before; empty: from the beginning
     * @param stopped asked before each part
     * @param progress told after each part
     * @return empty once that said yes
     */
    public Optional<AuditCheck> check(Optional<String> mark, BooleanSupplier stopped, AuditProgress progress) {
        long checked = 0;
        Part part = next(mark.flatMap(Position::parse));
        while (!part.last()) {
            if (stopped.getAsBoolean()) {
                return Optional.empty();
            }
            checked += part.walk().steps();
            tell(progress, part);
            part = next(Optional.of(part.walk().reached()));
        }
        tell(progress, part);
        Position end = part.walk().reached();
        return Optional.of(new AuditCheck(
                checked + part.walk().steps(),
                end.number(),
                end.seal(),
                part.unsealed(),
                part.walk().finding()));
    }

    /**
     * Removes what is older than {@code carme.audit.days}, in a transaction of its own; the rest can be checked as
     * before.
     *
     * @return how many rows were removed; none if nothing is left
     */
    public int purge(int most) {
        return chain.remove(clock.instant().minus(Duration.ofDays(days)), most);
    }

    private static void tell(AuditProgress progress, Part part) {
        progress.good(part.walk().steps(), part.walk().reached().text());
    }

    private Part next(Optional<Position> from) {
        return Retry.onConflict(() -> chain.check(from, BATCH));
    }
}
