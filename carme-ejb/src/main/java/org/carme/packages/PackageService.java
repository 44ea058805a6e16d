package org.carme.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carme.common.InvalidRequestException;
import org.carme.common.Part;
import org.carme.database.Retry;
import org.carme.images.ImageAdministration;
import org.carme.images.VersionName;
import org.carme.images.VersionNames;

/** What is inside images, for everybody of those that he may see (I4). */
@ApplicationScoped
public class PackageService {
    private static final int SHORTEST_SEARCH = 2;

    @Inject
    PackageStore store;

    @Inject
    VersionNames versions;

    @Inject
    ImageAdministration images;

    @Inject
    Clock clock;

    /**
     * Takes the place of what was known of that version before.
     *
     * @param document CycloneDX as JSON, at most 16 MiB; it is not closed
     * @throws InvalidRequestException saying what is wrong with the document
     */
    public Contents take(String manager, String image, String version, InputStream document) throws IOException {
        images.require(manager);
        VersionName name = versions.find(manager, image, version);
        ContentsDocument read = ContentsDocument.read(document);
        Contents contents = read.contents(manager, clock.instant());
        Retry.onConflict(() -> store.replace(name, contents, read));
        return contents;
    }

    /** @return empty if nobody has said what is inside */
    public Optional<Contents> contents(String user, String image, String version) {
        return store.contents(versions.find(user, image, version).id());
    }

    /**
     * The document as it was sent.
     *
     * @throws ContentsUnknownException if there is none
     */
    public InputStream document(String user, String image, String version) {
        VersionName name = versions.find(user, image, version);
        return store.document(name.id())
                .map(ContentsDocument::plain)
                .orElseThrow(() -> ContentsUnknownException.of(name.text()));
    }

    /**
     * Packages of one version in the order of names, 50 at a time.
     *
     * @param search part of their names; empty: all
     * @param after {@link Part#next()} of the part before
     */
    public Part<SoftwarePackage> inside(
            String user, String image, String version, String search, Optional<String> after) {
        VersionName name = versions.find(user, image, version);
        int from = Part.place(after);
        return Part.from(from, store.inside(name.id(), folded(search), from), PackageStore.MOST);
    }

    /**
     * Packages in any image that the user may see.
     *
     * @param name part of it, two letters at least
     * @param version with what it begins; empty: any
     */
    public PackageSearch search(String user, String name, String version) {
        String wanted = folded(name);
        if (wanted.length() < SHORTEST_SEARCH) {
            throw InvalidRequestException.about("name", "invalid-request.search-too-short", SHORTEST_SEARCH);
        }
        return store.search(wanted, version.strip(), versions.among(user));
    }

    /**
     * A package with the versions of images that have it, of those that the user may see, in the order of names.
     *
     * @throws ContentsUnknownException if there is none of that number, or in no image that he may see
     */
    public PackageImages imagesWith(String user, long software) {
        Collection<Long> with = store.versionsWith(software);
        Map<Long, VersionName> visible = versions.visible(user);
        List<VersionName> images = with.stream()
                .filter(visible::containsKey)
                .map(visible::get)
                .sorted()
                .toList();
        return store.find(software)
                .filter(found -> !images.isEmpty())
                .map(found -> new PackageImages(found, images))
                .orElseThrow(() -> ContentsUnknownException.ofPackage(software));
    }

    /**
     * How the packages of two versions differ, in the order of names.
     *
     * @throws ContentsUnknownException for the version of which it is not known what is inside
     */
    public List<PackageChange> compare(String user, String image, String before, String after) {
        return PackageChanges.between(all(user, image, before), all(user, image, after));
    }

    private List<SoftwarePackage> all(String user, String image, String version) {
        VersionName name = versions.find(user, image, version);
        if (store.contents(name.id()).isEmpty()) {
            throw ContentsUnknownException.of(name.text());
        }
        return store.all(name.id());
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
