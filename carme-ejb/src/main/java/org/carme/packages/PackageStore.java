package org.carme.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.images.VersionName;
import org.carme.images.VisibleVersions;

/** What is known of the inside of images, each call a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class PackageStore {
    static final int MOST = 50;
    /** So many are found and then counted; a text that is in more names has to become longer. */
    private static final int MOST_FOUND = 100;

    @Inject
    PackageRepository packages;

    @Inject
    AuditService audit;

    void replace(VersionName version, Contents contents, ContentsDocument document) {
        keep(version, contents, document);
    }

    /** The same in the caller's transaction, which may have made the version. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(VersionName version, Contents contents, ContentsDocument document) {
        packages.replace(
                version.id(), contents, document.compressed(), document.bom().packages());
        audit.record(new AuditEvent(
                AuditAction.IMAGE_CONTENTS_TAKEN,
                contents.takenBy(),
                "",
                new AuditObject("image", version.image(), version.image()),
                version.text()));
    }

    Optional<Contents> contents(long version) {
        return packages.contents(version);
    }

    Optional<byte[]> document(long version) {
        return packages.document(version);
    }

    /** @return one more than {@link #MOST} if more follow */
    List<SoftwarePackage> inside(long version, String name, int from) {
        return packages.inside(version, name, from, MOST + 1);
    }

    /** @return every package of the version */
    List<SoftwarePackage> all(long version) {
        return packages.inside(version, "", 0, Integer.MAX_VALUE);
    }

    PackageSearch search(String name, String version, VisibleVersions among) {
        Map<Long, SoftwarePackage> found = packages.search(name, version, MOST_FOUND);
        Map<Long, Long> uses = packages.uses(found.keySet(), among);
        List<PackageUse> used = found.entrySet().stream()
                .filter(one -> uses.containsKey(one.getKey()))
                .map(one -> new PackageUse(one.getKey(), one.getValue(), uses.get(one.getKey())))
                .toList();
        return new PackageSearch(used, found.size() == MOST_FOUND);
    }

    Optional<SoftwarePackage> find(long software) {
        return packages.find(software);
    }

    Set<Long> versionsWith(long software) {
        return packages.versionsWith(software);
    }
}
