package org.carme.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditEvent;
import org.carme.audit.AuditObject;
import org.carme.audit.AuditService;
import org.carme.images.ImageIntake;
import org.carme.images.RegisteredVersion;
import org.carme.images.VersionName;
import org.carme.messages.Kind;
import org.carme.messages.MessageService;

/** The transactions of imports, each small and worth repeating: what was done before is found done. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ImportStore {
    @Inject
    ImportRepository rows;

    @Inject
    ImageIntake intake;

    @Inject
    MessageService messages;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** @return false if the catalogue has it already */
    boolean register(Registration wanted) {
        Optional<VersionName> added = intake.add(wanted.actor(), wanted.owner(), wanted.profile(), wanted.spec());
        added.ifPresent(version -> wanted.fingerprint()
                .ifPresent(print -> rows.add(
                        new ImageFiles(version.id(), wanted.location(), Optional.of(print), clock.instant()))));
        return added.isPresent();
    }

    /** @param fingerprint empty if nothing is there */
    void observe(RegisteredVersion version, Optional<String> fingerprint) {
        long id = version.name().id();
        if (!rows.lockVersion(id)) {
            return;
        }
        rows.lock(id)
                .ifPresentOrElse(
                        files -> files.observe(version.location(), fingerprint, clock.instant()),
                        () -> rows.add(new ImageFiles(id, version.location(), fingerprint, clock.instant())));
    }

    /** @return false if there is nothing to accept */
    boolean accept(String manager, VersionName version) {
        Optional<ImageFiles> changed = rows.lock(version.id()).filter(ImageFiles::isChanged);
        changed.ifPresent(files -> {
            files.accept();
            audit.record(new AuditEvent(
                    AuditAction.IMAGE_FILES_ACCEPTED,
                    manager,
                    "",
                    new AuditObject("image", version.image(), version.image()),
                    version.version()));
        });
        return changed.isPresent();
    }

    /**
     * Tells people what is new in a store, each thing once.
     *
     * @param found everything there that is not in the catalogue
     * @param whole whether nothing else is there, so that what was told of and is gone can be told of again
     * @return how much of it is new
     */
    int report(String folder, Collection<String> found, boolean whole, Set<String> people) {
        Set<String> told = rows.findsIn(folder);
        List<String> fresh =
                found.stream().filter(location -> !told.contains(location)).toList();
        if (whole) {
            told.removeAll(found);
            told.forEach(rows::removeFind);
        }
        fresh.forEach(location -> rows.addFind(folder, location, clock.instant()));
        if (!fresh.isEmpty()) {
            String count = Integer.toString(fresh.size());
            people.forEach(person -> messages.tell(person, Kind.INFO, "images-found", folder, count));
        }
        return fresh.size();
    }
}
