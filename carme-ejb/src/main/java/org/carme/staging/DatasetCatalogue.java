package org.carme.staging;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.declarations.DeclarationFolder;
import org.carme.declarations.DeclaredObject;
import org.carme.declarations.Rules;

/** The site's datasets, one file each. Read once, at the start. */
@ApplicationScoped
public class DatasetCatalogue {
    private static final int DESCRIPTION_LENGTH = 1000;

    @Inject
    StagingSettings settings;

    private List<Dataset> datasets = List.of();

    @PostConstruct
    void load() {
        datasets = settings.datasets().map(DatasetCatalogue::read).orElse(List.of());
    }

    /** @return all, by name */
    public List<Dataset> datasets() {
        return datasets;
    }

    /** @return empty if it is not declared, or not any more */
    public Optional<Dataset> find(String name) {
        return datasets.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
    }

    /** @throws IllegalStateException naming configuration key, file, line and the file's key that is wrong */
    static List<Dataset> read(Path folder) {
        return new DeclarationFolder(StagingSettings.DATASETS_KEY, folder).read(DatasetCatalogue::read);
    }

    private static Dataset read(DeclaredObject json) {
        json.requireOnly(Set.of("name", "title", "path", "description"));
        Dataset dataset = new Dataset(
                json.text("name"),
                json.text("title"),
                json.text("path"),
                json.optional("description", DeclaredObject::asText).orElse(""));
        Rules.checkName("name", dataset.name());
        Rules.checkTitle("title", dataset.title());
        Rules.check(StagingPaths.isAbsolute(dataset.path()), "path: not an absolute path without \"..\"");
        Rules.check(
                dataset.description().length() <= DESCRIPTION_LENGTH, "description: longer than " + DESCRIPTION_LENGTH);
        return dataset;
    }
}
