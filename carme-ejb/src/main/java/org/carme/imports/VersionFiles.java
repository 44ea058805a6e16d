package org.carme.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.database.Retry;
import org.carme.images.ImageAdministration;
import org.carme.images.ImageCatalogue;
import org.carme.images.ImageVersionDetails;
import org.carme.images.VersionNames;

/** What the last look has told of the files of versions. */
@ApplicationScoped
public class VersionFiles {
    @Inject
    ImageCatalogue images;

    @Inject
    ImageAdministration administration;

    @Inject
    VersionNames versions;

    @Inject
    ImportRepository rows;

    @Inject
    ImportStore store;

    /**
     * What is not as it was registered, of the versions that the user may see.
     *
     * @throws org.carme.images.ImageNotFoundException if there is no such image, or the user may not see it
     */
    public List<FilesMark> marks(String user, String image) {
        Set<String> visible = images.get(user, image).versions().stream()
                .map(ImageVersionDetails::name)
                .collect(Collectors.toSet());
        return rows.marks().stream()
                .filter(mark -> mark.image().equals(image) && visible.contains(mark.version()))
                .toList();
    }

    /** @return what is not as it was registered, of all images; for their managers */
    public List<FilesMark> marks(String manager) {
        administration.require(manager);
        return rows.marks();
    }

    /** Takes the files of a version as they were seen last for those that belong to it; of unchanged ones: nothing to do. */
    public void accept(String manager, String image, String version) {
        administration.require(manager);
        Retry.onConflict(() -> store.accept(manager, versions.find(manager, image, version)));
    }
}
