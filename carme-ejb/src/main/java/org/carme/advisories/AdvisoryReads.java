package org.carme.advisories;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.images.VersionName;
import org.carme.images.VisibleVersions;
import org.carme.packages.PackageUses;

/**
 * What the check has found that counts now, each in one transaction. Its rows stay until the next one but one: a reader who
 * has asked which check counts finds them.
 */
@ApplicationScoped
@Transactional
class AdvisoryReads {
    static final int MOST = 50;
    private static final int MOST_FOUND = 100;
    private static final int MOST_IMAGES = 200;

    @Inject
    CheckRepository checks;

    @Inject
    AdvisoryRepository advisories;

    @Inject
    PackageUses packageUses;

    @Inject
    AdvisorySettings settings;

    @Inject
    Clock clock;

    AdvisoryStatus status() {
        if (!settings.isOn()) {
            return new AdvisoryStatus(false, Optional.empty(), Optional.empty(), false, List.of(), List.of(), 0);
        }
        Instant now = clock.instant();
        Optional<CheckState> shown = check().flatMap(checks::find);
        Optional<CheckState> last = checks.last();
        List<DataSource> sources =
                shown.map(check -> checks.sources(check.id())).orElse(List.of());
        return new AdvisoryStatus(
                true,
                shown,
                last,
                last.filter(check -> check.isAlive(now)).isPresent() || isWanted(last),
                sources,
                last.map(check -> checks.skipped(check.id())).orElse(List.of()),
                sources.stream()
                        .mapToLong(source -> source.daysTooOld(now))
                        .max()
                        .orElse(0));
    }

    private boolean isWanted(Optional<CheckState> last) {
        return checks.head().wantedAt().isAfter(last.map(CheckState::startedAt).orElse(Instant.EPOCH));
    }

    private Optional<Long> check() {
        return settings.isOn() ? checks.head().current() : Optional.empty();
    }

    /** @return when the check began that has found what counts of the version, empty if none has looked at it */
    Optional<Instant> checkedAt(long version) {
        return check().flatMap(check -> advisories.checkedAt(check, version));
    }

    /** @return one more than {@link #MOST} if more follow */
    List<Finding> findings(long version, Severity least, int from) {
        return check().map(check -> advisories.findings(check, version, least, from, MOST + 1))
                .orElse(List.of());
    }

    /** @return each once, the worst first */
    List<Advisory> advisories(long version) {
        return check().map(check -> advisories.advisories(check, version)).orElse(List.of());
    }

    Map<String, AdvisoryCounts> counts(Collection<String> images, VisibleVersions among) {
        return check().map(check -> advisories.counts(check, images, among)).orElse(Map.of());
    }

    AdvisorySearch named(String name, VisibleVersions among) {
        return found(
                check().map(check -> advisories.named(check, name.toUpperCase(Locale.ROOT), among, MOST_FOUND + 1))
                        .orElse(List.of()),
                among);
    }

    AdvisorySearch about(String software, VisibleVersions among) {
        return found(
                check().map(check -> advisories.about(check, software.toLowerCase(Locale.ROOT), among, MOST_FOUND + 1))
                        .orElse(List.of()),
                among);
    }

    private AdvisorySearch found(List<Finding> found, VisibleVersions among) {
        List<Finding> shown = found.subList(0, Math.min(MOST_FOUND, found.size()));
        Set<Long> packages = shown.stream().map(Finding::id).collect(Collectors.toSet());
        Map<Long, Long> uses = packageUses.of(packages, among);
        List<VersionName> images = advisories.images(packages, among, MOST_IMAGES + 1);
        return new AdvisorySearch(
                shown.stream()
                        .map(finding -> new AdvisoryUse(finding, uses.getOrDefault(finding.id(), 0L)))
                        .toList(),
                found.size() > MOST_FOUND,
                images.subList(0, Math.min(MOST_IMAGES, images.size())),
                images.size() > MOST_IMAGES);
    }
}
