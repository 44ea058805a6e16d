package org.carme.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.common.CarmeException;
import org.carme.database.Retry;
import org.carme.images.ImageAccess;
import org.carme.images.ImageIntake;
import org.carme.imports.ImportPlan.Row;
import org.carme.imports.ImportPlan.Status;
import org.carme.users.DirectoryService;
import org.carme.users.DirectoryUnavailableException;
import org.carme.users.Person;
import org.carme.users.Role;

/** What becomes of images that were found without anybody asking: managers are told, or drafts are made of them. */
@ApplicationScoped
class NewFinds {
    static final Person NOBODY = new Person(
            ImageIntake.NOBODY,
            ImageIntake.NOBODY,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of());
    private static final Logger LOG = System.getLogger(NewFinds.class.getName());
    private static final ImportDefaults NOBODYS =
            new ImportDefaults(Optional.empty(), Optional.of(""), ImageAccess.everybody(), List.of());

    @Inject
    ImportSettings settings;

    @Inject
    DirectoryService directory;

    @Inject
    ImportRules rules;

    @Inject
    ImportStore store;

    /** @return how many drafts were made */
    int take(ImportPlan plan) {
        List<ProposedImage> found = plan.rows().stream()
                .filter(row -> row.status() == Status.NEW)
                .map(Row::image)
                .toList();
        if (settings.registersNew()) {
            return (int) found.stream().filter(this::isRegistered).count();
        }
        report(plan, found.stream().map(ProposedImage::location).toList());
        return 0;
    }

    private boolean isRegistered(ProposedImage image) {
        try {
            Registration wanted = rules.check(image, NOBODYS, NOBODY);
            return Retry.onConflict(() -> store.register(wanted));
        } catch (CarmeException refused) {
            LOG.log(Level.WARNING, "{0} is not registered: {1}", image.location(), refused.getMessage());
            return false;
        }
    }

    /** Without the directory nobody knows whom to tell: the next look tells it. */
    private void report(ImportPlan plan, List<String> locations) {
        try {
            Set<String> managers = directory.allWith(Role.IMAGE_MANAGER);
            Set<String> people = managers.isEmpty() ? directory.allWith(Role.ADMIN) : managers;
            Retry.onConflict(() -> store.report(plan.folder(), locations, !plan.cut(), people));
        } catch (DirectoryUnavailableException away) {
            LOG.log(Level.WARNING, "Nobody is told of images in {0}: {1}", plan.folder(), away.getMessage());
        }
    }
}
