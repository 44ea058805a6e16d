package org.carme.advisories;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;
import org.carme.common.Part;
import org.carme.images.ImageAdministration;
import org.carme.images.VersionName;
import org.carme.images.VersionNames;

/** Known vulnerabilities of what is inside images, for everybody of those that he may see (I4). */
@ApplicationScoped
public class AdvisoryService {
    private static final int LONGEST_NAME = 255;

    @Inject
    AdvisoryReads reads;

    @Inject
    VersionNames versions;

    @Inject
    ImageAdministration images;

    @Inject
    AdvisorySettings settings;

    /** @return whether images are checked at all */
    public boolean isOn() {
        return settings.isOn();
    }

    /** How old is what everybody sees; how checks go is told to image managers alone. */
    public AdvisoryStatus status() {
        AdvisoryStatus whole = reads.status();
        return new AdvisoryStatus(
                whole.isOn(), whole.shown(), Optional.empty(), false, whole.sources(), List.of(), whole.daysTooOld());
    }

    /** @throws org.carme.images.NotImageManagerException if the user is none */
    public AdvisoryStatus status(String manager) {
        images.require(manager);
        return reads.status();
    }

    /**
     * When the check began that has looked at one version.
     *
     * @return empty if none has, or none since somebody has said anew what is inside: then nobody knows what is missing
     */
    public Optional<Instant> checkedAt(String user, String image, String version) {
        return reads.checkedAt(versions.find(user, image, version).id());
    }

    /**
     * What concerns one version, the worst first, 50 at a time.
     *
     * @param least severity
     * @param after {@link Part#next()} of the part before
     */
    public Part<Finding> findings(String user, String image, String version, Severity least, Optional<String> after) {
        VersionName name = versions.find(user, image, version);
        int from = Part.place(after);
        return Part.from(from, reads.findings(name.id(), least, from), AdvisoryReads.MOST);
    }

    /** @return for versions of these images that the user may see, by names such as {@code base:2} */
    public Map<String, AdvisoryCounts> counts(String user, Collection<String> images) {
        return isOn() ? reads.counts(images, versions.among(user)) : Map.of();
    }

    /**
     * Compares two versions.
     *
     * @return the advisories that concern only one of them: those that came first, then those that went
     * @throws AdvisoriesUnknownException for the version that no check has looked at
     */
    public List<AdvisoryChange> compare(String user, String image, String before, String after) {
        List<Advisory> first = all(versions.find(user, image, before));
        List<Advisory> second = all(versions.find(user, image, after));
        return Stream.concat(
                        without(second, first).map(advisory -> new AdvisoryChange(advisory, true)),
                        without(first, second).map(advisory -> new AdvisoryChange(advisory, false)))
                .toList();
    }

    private List<Advisory> all(VersionName version) {
        if (reads.checkedAt(version.id()).isEmpty()) {
            throw new AdvisoriesUnknownException(version.text());
        }
        return reads.advisories(version.id());
    }

    private static Stream<Advisory> without(List<Advisory> all, List<Advisory> others) {
        Set<String> known = others.stream().map(Advisory::code).collect(Collectors.toSet());
        return all.stream().filter(advisory -> !known.contains(advisory.code()));
    }

    /**
     * Where an advisory is found.
     *
     * @param name its own or another one, such as {@code CVE-2024-3094}, in any case
     */
    public AdvisorySearch named(String user, String name) {
        return reads.named(checked("id", name), versions.among(user));
    }

    /**
     * What is found in packages of that name.
     *
     * @param software as apt or pip call it
     */
    public AdvisorySearch about(String user, String software) {
        return reads.about(checked("package", software), versions.among(user));
    }

    private static String checked(String field, String text) {
        if (text.isBlank()) {
            throw InvalidRequestException.about(field, "invalid-request.search-too-short", 1);
        }
        if (text.length() > LONGEST_NAME) {
            throw InvalidRequestException.naming(field, "invalid-request.text-too-long", LONGEST_NAME);
        }
        return text.strip();
    }
}
