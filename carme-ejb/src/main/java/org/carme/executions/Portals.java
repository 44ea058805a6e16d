package org.carme.executions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Which portals live. One is dead whose beats have not risen for a while by the watch of whoever looks, so that clocks of
 * different machines are never compared; where its process can be looked for, that it is gone is enough.
 */
@ApplicationScoped
public class Portals {
    static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final Logger LOG = System.getLogger(Portals.class.getName());

    @Inject
    ThisPortal self;

    @Inject
    PortalRepository rows;

    LongSupplier nanoTime = System::nanoTime;

    private final Map<String, Watched> watched = new HashMap<>();

    /** Since when the sign of a portal is the same. */
    private record Watched(long beats, long since) {}

    /**
     * Gives a sign of life.
     *
     * @return false if this portal was taken for dead: it goes on under another name, and what it runs is no longer its
     */
    public boolean beat() {
        if (rows.beat(self.id())) {
            return true;
        }
        LOG.log(Level.WARNING, "Other portals have taken this one for dead");
        self.rename();
        rows.add(self);
        return false;
    }

    /** To be called once, before the first beat. */
    public void begin() {
        rows.add(self);
    }

    /** It ends in good order: whatever it runs ends with it. */
    public void end() {
        rows.remove(self.id());
    }

    /** @return whether any portal was found dead */
    public synchronized boolean bury() {
        List<PortalRepository.Sign> signs = rows.others(self.id());
        watched.keySet()
                .retainAll(signs.stream().map(PortalRepository.Sign::portal).toList());
        boolean found = false;
        for (PortalRepository.Sign sign : signs) {
            if (isDead(sign) && rows.remove(sign)) {
                LOG.log(Level.WARNING, "The portal {0} is dead", sign.portal());
                found = true;
            }
        }
        return found;
    }

    private boolean isDead(PortalRepository.Sign sign) {
        if (sign.place().equals(self.place()) && !isAlive(sign.process())) {
            return true;
        }
        long now = nanoTime.getAsLong();
        Watched known = watched.get(sign.portal());
        if (known == null || known.beats() != sign.beats()) {
            watched.put(sign.portal(), new Watched(sign.beats(), now));
            return false;
        }
        return now - known.since() > PATIENCE.toNanos();
    }

    private static boolean isAlive(long process) {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    }
}
