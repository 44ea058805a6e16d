package org.carme.advisories;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;

/** The steps of a check, each a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class CheckStore {
    private static final int KEPT_CHECKS = 50;
    private static final int REMOVED_AT_ONCE = 1_000;
    private static final int PACKAGES_AT_ONCE = 2_000;
    private static final int COMPARED_AT_ONCE = 200;
    private static final int COUNTED_AT_ONCE = 50;

    @Inject
    CheckRepository checks;

    @Inject
    FindingRepository findings;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    void want(String manager) {
        checks.lock();
        checks.want(clock.instant());
        audit.record(new AuditEvent(
                AuditAction.ADVISORY_CHECK_REQUESTED, manager, "", new AuditObject("advisories", "", ""), ""));
    }

    /** @return its number, empty if one runs */
    Optional<Long> begin() {
        checks.lock();
        Instant now = clock.instant();
        if (checks.last().filter(last -> last.isAlive(now)).isPresent()) {
            return Optional.empty();
        }
        checks.fail(now);
        return Optional.of(checks.begin(now));
    }

    /**
     * Removes a part of what nobody reads any more.
     *
     * @return whether anything was removed
     * @throws CheckLostException if another portal has taken it for dead, whose check this would remove
     */
    boolean removeOld(long check, Tally tally) {
        alive(check, tally);
        long current = checks.head().current().orElse(0L);
        checks.forget(check - KEPT_CHECKS, current);
        return findings.removeOthers(current, REMOVED_AT_ONCE) > 0;
    }

    /** @return pairs of number and package URL */
    List<Object[]> installed(long after) {
        return findings.installed(after, PACKAGES_AT_ONCE);
    }

    /** @throws CheckLostException if another portal has taken it for dead */
    void keep(long check, List<OsvAdvisory> found, Tally tally) {
        alive(check, tally);
        if (!found.isEmpty()) {
            findings.add(check, found);
        }
    }

    private void alive(long check, Tally tally) {
        if (!checks.alive(check, tally, clock.instant())) {
            throw new CheckLostException();
        }
    }

    /** @return the last package looked at, empty if there was none behind that one */
    Optional<Long> compare(long check, long after, Tally tally) {
        alive(check, tally);
        List<Long> packages = findings.withSeveral(check, after, COMPARED_AT_ONCE);
        for (long software : packages) {
            List<Long> doubled = Overlap.of(findings.of(check, software));
            if (!doubled.isEmpty()) {
                findings.markDoubled(check, software, doubled);
            }
        }
        return packages.stream().reduce((first, second) -> second);
    }

    /** @return the last version counted, empty if there was none behind that one */
    Optional<Long> count(long check, long after, Tally tally) {
        alive(check, tally);
        List<Long> versions = findings.versions(after, COUNTED_AT_ONCE);
        if (!versions.isEmpty()) {
            findings.count(check, versions);
        }
        return versions.stream().reduce((first, second) -> second);
    }

    CheckRepository.News news(long check) {
        return new CheckRepository.News(
                check, findings.news(check, checks.head().current().orElse(0L)));
    }

    void publish(CheckRepository.News news, Tally tally) {
        checks.lock();
        alive(news.check(), tally);
        checks.note(news.check(), tally);
        checks.publish(news, clock.instant());
    }

    /**
     * What it has found so far nobody has seen; the next check removes it.
     *
     * @return whether it ran until now
     */
    boolean fail(long check, Tally tally) {
        checks.lock();
        boolean ran = checks.alive(check, tally, clock.instant());
        if (ran) {
            checks.fail(clock.instant());
        }
        return ran;
    }

    /** To be called apart from {@link #fail}: a check that cannot be noted is over all the same. */
    void note(long check, Tally tally) {
        checks.note(check, tally);
    }

    /** @return whether there is a reason to begin one, and none runs */
    boolean isNeeded() {
        Optional<CheckState> last = checks.last();
        if (last.isEmpty()) {
            return true;
        }
        Instant now = clock.instant();
        boolean runs = last.get().outcome() == CheckState.Outcome.RUNNING;
        Instant begun = last.get().startedAt();
        return runs ? !last.get().isAlive(now) : checks.head().wantedAt().isAfter(begun) || checks.isUnseen(begun, now);
    }
}
