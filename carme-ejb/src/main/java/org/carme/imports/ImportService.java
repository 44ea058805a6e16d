package org.carme.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.carme.common.CarmeException;
import org.carme.common.InvalidRequestException;
import org.carme.database.Retry;
import org.carme.images.ImageAdministration;
import org.carme.users.DirectoryService;
import org.carme.users.Person;

/** Registers what image managers choose. */
@ApplicationScoped
public class ImportService {
    private static final int MOST = 1000;

    @Inject
    ImageAdministration administration;

    @Inject
    DirectoryService directory;

    @Inject
    ImportRules rules;

    @Inject
    ImportStore store;

    /**
     * Registers images as drafts, each in a transaction of its own. What the catalogue has already stays as it is.
     *
     * @param images at most 1000, from a plan or from somebody who sees the store
     * @return what became of each
     * @throws InvalidRequestException for what is wrong for all of them
     */
    public List<ImportOutcome> register(String manager, List<ProposedImage> images, ImportDefaults defaults) {
        administration.require(manager);
        if (images.size() > MOST) {
            throw InvalidRequestException.about("images", "invalid-request.import-many", MOST);
        }
        if (defaults.owner().filter(owner -> directory.find(owner).isEmpty()).isPresent()) {
            throw InvalidRequestException.about("owner", "invalid-request.import-owner");
        }
        Person author = directory.person(manager);
        return images.stream().map(image -> register(image, defaults, author)).toList();
    }

    private ImportOutcome register(ProposedImage image, ImportDefaults defaults, Person author) {
        try {
            Registration wanted = rules.check(image, defaults, author);
            return new ImportOutcome(image, Retry.onConflict(() -> store.register(wanted)), Optional.empty());
        } catch (CarmeException why) {
            return new ImportOutcome(image, false, Optional.of(why));
        }
    }
}
